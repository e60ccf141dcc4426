extension NetworkAddress: TextCoded {
    var codedText: String { description }
    init?(codedText: String) { self.init(codedText) }
}

extension AddressSet: TextCoded {
    var codedText: String { text }
    init?(codedText: String) {
        guard let set = try? AddressSet(codedText) else { return nil }
        self = set
    }
}

extension Network.Host: Codable {
    private enum Key: String, CodingKey { case name, addresses, ports }

    /// Writes the ports in their order.
    ///
    /// - Parameter encoder: where to.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(addresses, forKey: .addresses)
        try container.encode(ports.sorted(), forKey: .ports)
    }

    /// Reads a machine.
    ///
    /// - Parameter decoder: where from.
    /// - Throws: `DecodingError` for another value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            addresses: try container.decode([NetworkAddress].self, forKey: .addresses),
            ports: Set(try container.decode([UInt16].self, forKey: .ports)))
    }
}
