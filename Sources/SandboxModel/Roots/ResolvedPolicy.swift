/// A policy looked up on a host: canonical paths, what is protected, and what was noticed on the way.
public struct ResolvedPolicy: Hashable, Sendable {
    /// The mode.
    public var mode: SandboxMode
    /// The directory the command works in.
    public var workspace: HostPath
    /// The effective writable roots, ascending; empty in read-only.
    public var writableRoots: [HostPath]
    /// Directories between a writable root and something protected in it, ascending.
    ///
    /// They stay writable, but may not be renamed away, or another directory could take their place.
    public var anchors: [HostPath]
    /// What stays as it is, ascending.
    public var protectedPaths: [ProtectedPath]
    /// What may not be read, ascending.
    public var deniedPaths: [DeniedPath]
    /// What is shown for reading, ascending.
    public var readableRoots: [HostPath]
    /// What may be read besides the writable roots.
    public var reads: ReadScope
    /// Whether the network may be used.
    public var network: NetworkAccess
    /// Whether the temporary directories may be written.
    public var temporary: TemporaryAccess
    /// The top of the repository that holds the workspace, if there is one.
    public var repositoryRoot: HostPath?
    /// What the user may want to know.
    public var notes: [ResolutionNote]

    /// Makes a resolved policy; `PolicyResolver` does so from a look at a host.
    ///
    /// - Parameters:
    ///   - mode: the mode.
    ///   - workspace: the directory the command works in.
    ///   - writableRoots: the effective writable roots, ascending.
    ///   - anchors: directories that may not be renamed, ascending.
    ///   - protectedPaths: what stays as it is, ascending.
    ///   - deniedPaths: what may not be read, ascending.
    ///   - readableRoots: what is shown for reading, ascending.
    ///   - reads: what may be read besides the writable roots.
    ///   - network: whether the network may be used.
    ///   - temporary: whether the temporary directories may be written.
    ///   - repositoryRoot: the top of the repository that holds the workspace.
    ///   - notes: what the user may want to know.
    public init(
        mode: SandboxMode, workspace: HostPath, writableRoots: [HostPath], anchors: [HostPath] = [],
        protectedPaths: [ProtectedPath] = [], deniedPaths: [DeniedPath] = [], readableRoots: [HostPath] = [],
        reads: ReadScope = .everything, network: NetworkAccess, temporary: TemporaryAccess,
        repositoryRoot: HostPath? = nil,
        notes: [ResolutionNote] = []
    ) {
        self.mode = mode
        self.workspace = workspace
        self.writableRoots = writableRoots
        self.anchors = anchors
        self.protectedPaths = protectedPaths
        self.deniedPaths = deniedPaths
        self.readableRoots = readableRoots
        self.reads = reads
        self.network = network
        self.temporary = temporary
        self.repositoryRoot = repositoryRoot
        self.notes = notes
    }

    /// The empty directories that must exist before the launch, ascending.
    public var guards: [HostPath] {
        (protectedPaths.filter(\.needsGuard).map(\.path) + deniedPaths.filter(\.needsGuard).map(\.path)).sorted()
    }

    /// The directories that a run holds while it mounts over them: guards, and protected directories inside the roots, which
    /// may be the guards of another run.
    public var heldDirectories: [HostPath] {
        let existing = protectedPaths.filter { $0.isInsideRoot && $0.kind == .directory }.map(\.path)
        return Set(guards + existing).sorted()
    }
}
