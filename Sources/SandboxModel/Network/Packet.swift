/// What a user-scoped firewall sees of a packet.
public struct Packet: Hashable, Sendable {
    /// The account that owns the socket.
    public var principal: Principal
    /// Which way the packet goes.
    public var direction: FirewallRule.Direction
    /// What it carries; `any` stands for something that is neither TCP nor UDP, such as ICMP.
    public var transport: FirewallRule.TransportProtocol
    /// Where it goes.
    public var scope: FirewallRule.Scope
    /// The remote port; 0 where the protocol has none.
    public var remotePort: UInt16

    /// Makes a packet.
    ///
    /// - Parameters:
    ///   - principal: the account that owns the socket.
    ///   - direction: which way the packet goes.
    ///   - transport: what it carries.
    ///   - scope: where it goes.
    ///   - remotePort: the remote port, or 0.
    public init(
        principal: Principal, direction: FirewallRule.Direction, transport: FirewallRule.TransportProtocol,
        scope: FirewallRule.Scope, remotePort: UInt16
    ) {
        self.principal = principal
        self.direction = direction
        self.transport = transport
        self.scope = scope
        self.remotePort = remotePort
    }
}
