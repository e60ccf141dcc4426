/// What a design cuts the network of a command off with.
public enum NetworkMechanism: String, CaseIterable, Hashable, Sendable {
    /// Firewall rules and filters on an account of the sandbox.
    case principal
    /// Variables that well-behaved programs heed.
    case environment
    /// A firewall rule that names a capability of the restricting list.
    case capabilityRule = "capability-rule"
    /// A firewall rule that names the program that is started.
    case programRule = "program-rule"
    /// A firewall rule on the account of the person.
    case userRule = "user-rule"
    /// Nothing.
    case none
}
