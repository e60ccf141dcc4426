/// One line of a file-system policy: a tree and what may be done in it.
public struct PolicyEntry: Hashable, Sendable {
    /// The top of the tree.
    public var path: HostPath
    /// What may be done in the tree.
    public var access: PathAccess

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - path: the top of the tree.
    ///   - access: what may be done in it.
    public init(path: HostPath, access: PathAccess) {
        self.path = path
        self.access = access
    }
}
