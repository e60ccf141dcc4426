/// A path inside the sandbox's view that stays as it is.
public struct ProtectedPath: Hashable, Sendable {
    /// Why the path is protected.
    public enum Reason: Hashable, Sendable {
        /// It is one of the protected names under a writable root.
        case name(ProtectedName)
        /// The link at a protected name or carve-out leads here.
        case linkTarget
        /// The repository that a `.git` file points to with `gitdir:`.
        case gitDirectory
        /// The repository that several worktrees share, from the file `commondir`.
        case commonDirectory
        /// The user asked for it.
        case carveOut
    }

    /// The path: an object that exists, or a guard that has to exist before the launch.
    public var path: HostPath
    /// Why it is protected.
    public var reason: Reason
    /// What lies there now; `missing` asks for a guard.
    public var kind: PathKind
    /// Whether the path lies in a writable root; outside, nothing could write it anyway.
    public var isInsideRoot: Bool

    /// Makes a protected path.
    ///
    /// - Parameters:
    ///   - path: the path.
    ///   - reason: why it is protected.
    ///   - kind: what lies there now.
    ///   - isInsideRoot: whether the path lies in a writable root.
    public init(path: HostPath, reason: Reason, kind: PathKind, isInsideRoot: Bool) {
        self.path = path
        self.reason = reason
        self.kind = kind
        self.isInsideRoot = isInsideRoot
    }

    /// Whether an empty directory must be made at the path before the launch, so that there is something to protect.
    public var needsGuard: Bool { kind == .missing }
}
