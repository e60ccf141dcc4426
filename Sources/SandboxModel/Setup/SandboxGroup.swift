/// A local group that setup creates.
public enum SandboxGroup: String, CaseIterable, Hashable, Sendable {
    /// The group of the principals; Windows: the local group `CodexSandboxUsers`.
    case users
    /// The group of the real users who may start the command runner; POSIX: the owning group of the setuid runner.
    case launch

    /// The name of the group on the machine.
    public var groupName: String {
        switch self {
        case .users: "CodexSandboxUsers"
        case .launch: "CodexSandboxLaunch"
        }
    }
}
