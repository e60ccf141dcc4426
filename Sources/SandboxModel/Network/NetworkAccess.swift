/// Whether the policy lets the command use the network.
public enum NetworkAccess: String, CaseIterable, Hashable, Sendable {
    /// Not at all, or through the proxy alone.
    case restricted
    /// As the machine does.
    case enabled
}
