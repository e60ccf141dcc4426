/// An address that answers.
public struct HostListener: Hashable, Sendable {
    /// The address, as a place.
    public let address: String
    /// The ports, for TCP and UDP.
    public let ports: [UInt16]
    /// The names it has in the domain name system.
    public let names: [String]
}
