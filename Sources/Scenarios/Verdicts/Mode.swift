public import SandboxModel

/// How the sandbox is asked for.
public enum Mode: String, Hashable, Sendable, CaseIterable, Codable {
    /// Nothing is writable, nothing reachable.
    case readOnly = "read-only"
    /// The workspace is writable, nothing reachable.
    case offline
    /// The workspace is writable, the network reachable.
    case online
    /// No sandbox.
    case fullAccess = "full-access"

    /// The mode of the policy.
    public var sandboxMode: SandboxMode {
        switch self {
        case .readOnly: .readOnly
        case .offline, .online: .workspaceWrite
        case .fullAccess: .dangerFullAccess
        }
    }

    /// Whether the network may be used.
    public var network: NetworkAccess { self == .online || self == .fullAccess ? .enabled : .restricted }
}
