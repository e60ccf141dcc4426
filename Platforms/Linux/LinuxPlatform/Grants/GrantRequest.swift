public import SandboxModel

/// What a pass of grants over a directory tree is to put in force.
public struct GrantRequest: Hashable, Sendable {
    /// The root, a directory of the user; no component may be a symbolic link.
    public var root: HostPath
    /// The group id of the root's capability.
    public var capability: UInt32
    /// The group id of all sandboxes of this user, `Registry.Block.readers`.
    public var users: UInt32
    /// The user id of the offline principal.
    public var offline: UInt32
    /// The user id of the online principal.
    public var online: UInt32
    /// Whether files and directories without any group and other rights are granted too.
    public var includePrivate: Bool
    /// Paths below the root that are protected besides `.git`, `.codex` and `.agents`; paths elsewhere, and
    /// paths above the root, do not concern the pass.
    public var extraProtected: [HostPath]

    /// How many bytes of before-images may be stored.
    ///
    /// What does not fit is left alone: a command could otherwise make files without end whose lists need one.
    public var imageRoom = Int.max

    /// Makes a request.
    ///
    /// - Parameters:
    ///   - root: the root, a directory of the user.
    ///   - capability: the group id of the root's capability.
    ///   - users: the group id of all sandboxes of this user.
    ///   - offline: the user id of the offline principal.
    ///   - online: the user id of the online principal.
    ///   - includePrivate: whether entries without any group and other rights are granted too.
    ///   - extraProtected: paths that are protected besides the well-known names.
    public init(
        root: HostPath, capability: UInt32, users: UInt32, offline: UInt32, online: UInt32,
        includePrivate: Bool = false,
        extraProtected: [HostPath] = []
    ) {
        self.root = root
        self.capability = capability
        self.users = users
        self.offline = offline
        self.online = online
        self.includePrivate = includePrivate
        self.extraProtected = extraProtected
    }

    /// Makes a request for a root as it is, under the ids of one installation.
    ///
    /// - Parameters:
    ///   - root: the root, a directory of the user.
    ///   - capability: the group id of the root's capability.
    ///   - identities: the ids that entries name besides it.
    public init(root: HostPath, capability: UInt32, naming identities: GrantLedger.Identities) {
        self.init(
            root: root, capability: capability, users: identities.readers, offline: identities.offline,
            online: identities.online)
    }
}
