public import SandboxModel

/// A protected name that a pass found inside a writable root.
public struct ProtectedPath: Hashable, Sendable {
    /// What stands there.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A directory.
        case directory
        /// A regular file, for example the pointer of a git worktree or submodule.
        case file
        /// A symbolic link; its target is not visited.
        case symbolicLink
        /// A pipe, socket or device.
        case other
    }

    /// Where it stands.
    public let path: HostPath
    /// What stands there.
    public let kind: Kind

    /// Makes one.
    ///
    /// - Parameters:
    ///   - path: where it stands.
    ///   - kind: what stands there.
    public init(path: HostPath, kind: Kind) {
        self.path = path
        self.kind = kind
    }
}
