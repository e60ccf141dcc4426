/// A connection or datagram as the firewall sees it.
public struct Connection: Hashable, Sendable {
    /// Which way it is opened.
    public enum Direction: String, CaseIterable, Hashable, Sendable {
        /// From a process of the machine.
        case outbound
        /// To a listener on the machine.
        case inbound
    }

    /// Which way.
    public var direction: Direction
    /// What it carries.
    public var transport: TransportProtocol
    /// The other side.
    public var remote: NetworkAddress
    /// The port of the other side; 0 without ports.
    public var remotePort: UInt16
    /// The port on this side.
    public var localPort: UInt16
    /// The program that owns the socket.
    public var program: String
}
