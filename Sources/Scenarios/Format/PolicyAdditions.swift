public import SandboxModel

/// What a scenario's policy says besides the mode; paths may use places.
public struct PolicyAdditions: Hashable, Sendable {
    /// More writable roots.
    public var writableRoots: [String] = []
    /// The writable roots of an earlier policy, instead of those.
    public var earlierRoots: [String] = []
    /// Paths in roots that stay as they are.
    public var readOnly: [String] = []
    /// Paths that must not be read.
    public var denyRead: [String] = []
    /// Paths that must not be read under an earlier policy, instead of those.
    public var earlierDenyRead: [String]?
    /// Whether only the platform's directories and the roots may be read.
    public var listsReads = false
    /// Where the proxy connects to that all connections have to go through, and that knows the commands by their tokens; nothing without a proxy.
    public var proxy: Set<ProxyDestination>?
    /// The workspace, instead of one of the host's.
    public var workspace: String?
    /// What `TMPDIR`, `TEMP` and `TMP` of the person say.
    public var temporary: String?

    /// Every path in it.
    var paths: [String] {
        writableRoots + earlierRoots + readOnly + denyRead + (earlierDenyRead ?? [])
            + [workspace, temporary].compactMap(\.self)
    }

    /// The additions under which somebody acts.
    ///
    /// - Parameter actor: who acts.
    /// - Returns: these, those of the earlier policy, or none for the second workspace.
    func forActor(_ actor: Actor) -> PolicyAdditions {
        guard actor != .second else { return PolicyAdditions() }
        var additions = self
        if actor == .earlier {
            additions.writableRoots = earlierRoots
            additions.denyRead = earlierDenyRead ?? denyRead
        }
        return additions
    }

    /// Nothing more.
    public init() {}
}
