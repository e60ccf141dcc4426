/// The second door: what a process may write, whatever the discretionary check says.
///
/// Linux: one Landlock ruleset; landlock(7). Rights that it does not handle are not its business, except `refer`, which every
/// ruleset handles.
public struct WriteGate: Hashable, Sendable {
    /// A directory or file and what is allowed in it and below.
    public struct Hierarchy: Hashable, Sendable {
        /// The absolute path.
        public let path: String
        /// What is allowed.
        public let allowed: WriteGateRights

        /// Makes a hierarchy.
        ///
        /// - Parameters:
        ///   - path: the absolute path.
        ///   - allowed: what is allowed in it and below.
        public init(path: String, allowed: WriteGateRights) {
            self.path = path
            self.allowed = allowed
        }
    }

    /// The rights that are refused where no hierarchy allows them (`handled_access_fs`).
    public let handled: WriteGateRights
    /// Where what is allowed.
    public let hierarchies: [Hierarchy]

    /// Makes a gate.
    ///
    /// - Parameters:
    ///   - handled: the rights that are refused where no hierarchy allows them.
    ///   - hierarchies: where what is allowed.
    public init(handled: WriteGateRights, hierarchies: [Hierarchy]) {
        self.handled = handled
        self.hierarchies = hierarchies
    }

    /// The handled rights that are allowed at a path: those of all hierarchies that hold it.
    ///
    /// - Parameter path: an absolute path.
    /// - Returns: the rights.
    public func rights(at path: String) -> WriteGateRights {
        var rights: WriteGateRights = []
        for hierarchy in hierarchies where Self.contains(hierarchy.path, path) { rights.formUnion(hierarchy.allowed) }
        return rights.intersection(handled.union(.refer))
    }

    /// Whether all the wanted rights are there.
    ///
    /// - Parameters:
    ///   - wanted: the rights.
    ///   - path: an absolute path.
    /// - Returns: whether each of them is allowed or not handled.
    public func allows(_ wanted: WriteGateRights, at path: String) -> Bool {
        wanted.intersection(handled.union(.refer)).isSubset(of: rights(at: path))
    }

    /// Whether a hierarchy holds a path, by components.
    private static func contains(_ hierarchy: String, _ path: String) -> Bool {
        if hierarchy == "/" { return true }
        let (upper, lower) = (hierarchy.utf8, path.utf8)
        return lower.starts(with: upper)
            && (lower.count == upper.count || lower.dropFirst(upper.count).first == UInt8(ascii: "/"))
    }
}
