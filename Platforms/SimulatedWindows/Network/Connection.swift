/// A connection or datagram as the firewall sees it.
public struct Connection: Hashable, Sendable {
    /// Which way it is opened.
    public enum Direction: String, CaseIterable, Codable, Hashable, Sendable {
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

    /// Makes a connection.
    ///
    /// - Parameters:
    ///   - direction: which way.
    ///   - transport: what it carries.
    ///   - remote: the other side.
    ///   - remotePort: the port of the other side.
    ///   - localPort: the port on this side.
    ///   - program: the program that owns the socket.
    public init(
        direction: Direction, transport: TransportProtocol, remote: NetworkAddress, remotePort: UInt16,
        localPort: UInt16, program: String
    ) {
        self.direction = direction
        self.transport = transport
        self.remote = remote
        self.remotePort = remotePort
        self.localPort = localPort
        self.program = program
    }
}
