public import WindowsSecurity

/// A key.
public struct RegistryKey: Hashable, Sendable {
    /// The path as it was given.
    public let path: String
    /// Who may do what.
    public var descriptor: SecurityDescriptor
    /// The values by lower-case name.
    public internal(set) var values: [String: RegistryValue] = [:]
}
