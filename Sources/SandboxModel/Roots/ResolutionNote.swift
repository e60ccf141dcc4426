/// Something resolution noticed that does not stop a launch.
public struct ResolutionNote: Hashable, Sendable {
    /// What was noticed.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The user named a protected path as writable, so it is not protected.
        case reopened
        /// A `.git` file is not a pointer; only the file itself is protected.
        case malformedPointer = "malformed-pointer"
        /// A place to be left alone or hidden does not exist, and the command could not make it.
        case nothingThere = "nothing-there"
        /// A repository outside the roots contains one of them; what surrounds the root is not writable anyway.
        case surroundsRoot = "surrounds-root"
        /// A root that is the person's profile stands for what the profile holds.
        case expanded
        /// The workspace is a linked worktree, and its repository is shown for reading.
        case linkedRepository = "linked-repository"
    }

    /// What was noticed.
    public var kind: Kind
    /// Where.
    public var path: HostPath

    /// Makes a note.
    ///
    /// - Parameters:
    ///   - kind: what was noticed.
    ///   - path: where.
    public init(_ kind: Kind, _ path: HostPath) {
        self.kind = kind
        self.path = path
    }
}
