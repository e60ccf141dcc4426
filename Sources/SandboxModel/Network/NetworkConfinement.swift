/// What the command sees of the network.
public enum NetworkConfinement: String, CaseIterable, Hashable, Sendable {
    /// Nothing: a network of its own without any interface in use.
    case isolated
    /// The machine's network, as far as the firewall rules of the offline principal let through.
    case firewalled
    /// The machine's network.
    case open
}
