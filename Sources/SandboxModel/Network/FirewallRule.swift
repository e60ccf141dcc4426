/// One block rule of a user-scoped firewall; Windows: `INetFwRule3` with `LocalUserAuthorizedList`.
public struct FirewallRule: Hashable, Sendable {
    /// Which way the packet goes.
    public enum Direction: String, CaseIterable, Hashable, Sendable {
        /// From the command out.
        case outbound
        /// To the command.
        case inbound
    }

    /// What the packet carries.
    public enum TransportProtocol: String, CaseIterable, Hashable, Sendable {
        /// Anything; a rule for it may not name ports.
        case any
        /// Streams.
        case tcp
        /// Datagrams.
        case udp
    }

    /// Where the packet goes.
    public enum Scope: String, CaseIterable, Hashable, Sendable {
        /// The machine itself: `127.0.0.0/8` and `::/127`.
        case loopback
        /// Everywhere else.
        case nonLoopback = "non-loopback"

        /// The remote addresses as Windows takes them.
        ///
        /// `::` belongs to both scopes, as documented.
        public var remoteAddresses: String {
            switch self {
            case .loopback: "127.0.0.0/8,::/127"
            case .nonLoopback:
                "0.0.0.0-126.255.255.255,128.0.0.0-255.255.255.255,::,::2-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
            }
        }
    }

    /// The stable name by which the rule is found again.
    public var name: String
    /// The text shown to an administrator.
    public var title: String
    /// Which way.
    public var direction: Direction
    /// What the packet carries.
    public var transport: TransportProtocol
    /// Where to.
    public var scope: Scope
    /// The blocked remote ports; nothing means that the rule does not look at ports.
    public var ports: PortSet?
    /// Whom the rule concerns.
    public var principal: Principal

    /// Makes a rule.
    ///
    /// - Parameters:
    ///   - name: the stable name.
    ///   - title: the text shown to an administrator.
    ///   - direction: which way.
    ///   - transport: what the packet carries.
    ///   - scope: where to.
    ///   - ports: the blocked remote ports, or nothing.
    ///   - principal: whom the rule concerns.
    public init(
        name: String, title: String, direction: Direction, transport: TransportProtocol, scope: Scope, ports: PortSet?,
        principal: Principal
    ) {
        self.name = name
        self.title = title
        self.direction = direction
        self.transport = transport
        self.scope = scope
        self.ports = ports
        self.principal = principal
    }

    /// Whether the rule stops a packet.
    ///
    /// - Parameter packet: a packet.
    /// - Returns: whether all conditions of the rule hold for it.
    public func blocks(_ packet: Packet) -> Bool {
        principal == packet.principal && direction == packet.direction && scope == packet.scope
            && (transport == .any || transport == packet.transport)
            && (ports?.contains(packet.remotePort) ?? true)
    }
}
