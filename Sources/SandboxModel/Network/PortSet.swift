/// A set of ports as a firewall rule says it: ranges in order, without overlap.
public struct PortSet: Hashable, Sendable {
    /// The ranges, ascending, never adjacent.
    public let ranges: [ClosedRange<UInt16>]

    /// Every port a packet can name, 1 to 65535.
    public static let all = PortSet(allExcept: [])

    /// Makes the set of all ports except some; the blocked set of the loopback rule, given the proxy's ports.
    ///
    /// - Parameter ports: the ports left out; 0 and repeated ones are ignored.
    public init(allExcept ports: some Sequence<UInt16>) {
        var ranges: [ClosedRange<UInt16>] = []
        var next: UInt32 = 1
        for port in Set(ports).subtracting([0]).sorted() {
            if next < UInt32(port) { ranges.append(UInt16(next)...(port - 1)) }
            next = UInt32(port) + 1
        }
        if next <= UInt32(UInt16.max) { ranges.append(UInt16(next)...UInt16.max) }
        self.ranges = ranges
    }

    /// Whether a port is in the set.
    ///
    /// - Parameter port: a port.
    /// - Returns: whether one of the ranges holds it.
    public func contains(_ port: UInt16) -> Bool {
        ranges.contains { $0.contains(port) }
    }
}

extension PortSet: CustomStringConvertible {
    /// The ranges as a firewall takes them: `1-3127,3129-65535`.
    public var description: String {
        ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
    }
}
