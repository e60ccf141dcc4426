/// What the user wants confined; not yet looked up on any host.
public struct SandboxPolicy: Hashable, Sendable {
    /// The mode.
    public var mode: SandboxMode
    /// The directory the command works in, a writable root of its own in workspace-write.
    public var workspace: HostPath
    /// Further directories that may be written.
    public var writableRoots: [HostPath]
    /// Directories shown for reading that the sandbox could not read otherwise.
    public var readableRoots: [HostPath]
    /// Places inside writable roots that may not be written.
    public var readOnlyPaths: [HostPath]
    /// Places that may not be read.
    public var deniedPaths: [HostPath]
    /// What names places that may not be read; each is looked up once, before the command starts.
    public var deniedPatterns: [String] = []
    /// How deep a pattern of any depth is followed, or nothing for as deep as there is something.
    public var patternDepth: Int?
    /// What may be read besides the writable roots.
    public var reads = ReadScope.everything
    /// Whether the command may use the network.
    public var network: NetworkAccess
    /// Whether the sandbox's temporary directories may be written.
    public var temporary: TemporaryAccess

    /// Makes a policy; the temporary directories are writable in workspace-write.
    ///
    /// - Parameters:
    ///   - mode: the mode.
    ///   - workspace: the directory the command works in.
    ///   - writableRoots: further directories that may be written.
    ///   - readableRoots: directories shown for reading.
    ///   - readOnlyPaths: places inside writable roots that may not be written.
    ///   - deniedPaths: places that may not be read.
    ///   - network: whether the command may use the network.
    ///   - temporary: whether the temporary directories may be written; nothing means as the mode says.
    public init(
        mode: SandboxMode, workspace: HostPath, writableRoots: [HostPath] = [], readableRoots: [HostPath] = [],
        readOnlyPaths: [HostPath] = [], deniedPaths: [HostPath] = [], network: NetworkAccess = .restricted,
        temporary: TemporaryAccess? = nil
    ) {
        self.mode = mode
        self.workspace = workspace
        self.writableRoots = writableRoots
        self.readableRoots = readableRoots
        self.readOnlyPaths = readOnlyPaths
        self.deniedPaths = deniedPaths
        self.network = network
        self.temporary = temporary ?? (mode == .readOnly ? .readOnly : .writable)
    }
}
