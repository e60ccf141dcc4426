/// What a packet carries.
///
/// Windows: `NET_FW_IP_PROTOCOL`, the numbers of IANA.
public enum TransportProtocol: UInt8, CaseIterable, Codable, Hashable, Sendable {
    /// Messages about the network itself.
    case icmp = 1
    /// Streams.
    case tcp = 6
    /// Datagrams.
    case udp = 17
    /// Messages about the network itself, version 6.
    case icmp6 = 58
}
