/// A place that a managed proxy may connect to for a command.
public struct ProxyDestination: Hashable, Sendable {
    /// The machine by its name; an address is none.
    public let host: HostName
    /// The port of TCP.
    public let port: UInt16

    /// Makes a destination.
    ///
    /// - Parameters:
    ///   - host: the machine.
    ///   - port: the port of TCP.
    public init(host: HostName, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// Reads `example.org:443`.
    ///
    /// - Parameter text: name and port.
    public init?(_ text: String) {
        guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")),
            let host = try? HostName(parsing: Array(text.utf8[..<colon])),
            let port = UInt16(text[text.index(after: colon)...]), port > 0
        else { return nil }
        self.init(host: host, port: port)
    }
}

extension ProxyDestination: CustomStringConvertible {
    /// Name and port as the method CONNECT writes them (RFC 9110, section 9.3.6).
    public var description: String { "\(host):\(port)" }
}
