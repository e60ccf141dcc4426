/// What there is beyond the machine, and who listens on it.
public struct Network: Hashable, Sendable {
    /// Another machine.
    public struct Host: Hashable, Sendable {
        /// Its name in the domain name system.
        public let name: String
        /// Its addresses.
        public let addresses: [NetworkAddress]
        /// The ports it answers on.
        public let ports: Set<UInt16>

        /// Makes a machine.
        ///
        /// - Parameters:
        ///   - name: its name.
        ///   - addresses: its addresses.
        ///   - ports: the ports it answers on, with streams and datagrams.
        public init(name: String, addresses: [NetworkAddress], ports: Set<UInt16>) {
            self.name = name
            self.addresses = addresses
            self.ports = ports
        }
    }

    /// A process that takes connections.
    public struct Listener: Hashable, Sendable {
        /// The process.
        public let process: ProcessIdentifier
        /// The transport.
        public let transport: TransportProtocol
        /// The port.
        public let port: UInt16
    }

    /// The other machines.
    public internal(set) var hosts: [Host] = []
    /// Where the resolver service asks for names, or nothing when it knows them by itself.
    public internal(set) var resolver: NetworkAddress?
    /// The processes that take connections.
    public internal(set) var listeners: [Listener] = []
    /// The names that the resolver service asked for, with whom it asked for.
    public internal(set) var queries: [Query] = []

    /// A question of the resolver service.
    public struct Query: Hashable, Sendable {
        /// The name asked for.
        public let name: String
        /// The process on whose behalf.
        public let client: ProcessIdentifier
    }

    /// The connections on the loopback that listeners here were sent; Windows: the table of `GetExtendedTcpTable`.
    public internal(set) var connections: [Established] = []
    /// The port that the next connection comes from.
    var nextPort: UInt16 = 49152

    /// A connection on the loopback.
    public struct Established: Hashable, Sendable {
        /// Who opened it.
        public let client: ProcessIdentifier
        /// The port it comes from.
        public let localPort: UInt16
        /// The port it goes to.
        public let remotePort: UInt16
    }

    /// Remembers a connection; of a port that is used again the last one counts.
    mutating func note(_ connection: Connection, of client: ProcessIdentifier) {
        connections.removeAll { $0.localPort == connection.localPort }
        connections.append(
            Established(client: client, localPort: connection.localPort, remotePort: connection.remotePort))
    }
}
