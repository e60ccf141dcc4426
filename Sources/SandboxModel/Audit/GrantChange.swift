/// A change of what the sandbox may do with the files below a root.
public struct GrantChange: Hashable, Sendable {
    /// What was granted or taken back.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Writing was granted.
        case writing
        /// Reading was granted.
        case reading
        /// Everything was taken back.
        case revoked
    }

    /// The root.
    public var root: HostPath
    /// What was granted or taken back.
    public var kind: Kind
    /// How many files and directories changed.
    public var changed: Int
    /// How many were left alone.
    public var omitted: Int

    /// Makes a change.
    ///
    /// - Parameters:
    ///   - root: the root.
    ///   - kind: what was granted or taken back.
    ///   - changed: how many files and directories changed.
    ///   - omitted: how many were left alone.
    public init(root: HostPath, kind: Kind, changed: Int, omitted: Int = 0) {
        self.root = root
        self.kind = kind
        self.changed = changed
        self.omitted = omitted
    }
}
