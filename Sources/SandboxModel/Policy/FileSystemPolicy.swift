/// A list of entries with the documented rule: the entry with the most components decides, at equal depth deny over write
/// over read, and what no entry covers is denied.
public struct FileSystemPolicy: Hashable, Sendable {
    /// The entries, in no particular order.
    public var entries: [PolicyEntry]

    /// Makes a policy.
    ///
    /// - Parameter entries: the entries, in any order.
    public init(entries: [PolicyEntry]) {
        self.entries = entries
    }

    /// Finds the entry that decides about a path.
    ///
    /// - Parameter path: a canonical path.
    /// - Returns: the deciding entry, or nothing when none covers the path.
    public func decision(for path: HostPath) -> PolicyEntry? {
        entries.lazy.filter { path.isWithin($0.path) }
            .max { ($0.path.depth, $0.access) < ($1.path.depth, $1.access) }
    }

    /// What may be done at a path.
    ///
    /// - Parameter path: a canonical path.
    /// - Returns: the access of the deciding entry, or `deny`.
    public func access(to path: HostPath) -> PathAccess {
        decision(for: path)?.access ?? .deny
    }
}
