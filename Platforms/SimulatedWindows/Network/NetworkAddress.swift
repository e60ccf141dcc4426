/// An address of the internet protocol, version 4 or 6.
public struct NetworkAddress: Hashable, Comparable, Sendable {
    /// Whether it is one of version 6.
    public let isVersion6: Bool
    /// The number, 32 or 128 bits.
    let value: UInt128

    init(isVersion6: Bool, value: UInt128) {
        self.isVersion6 = isVersion6
        self.value = value
    }

    /// Orders addresses of one version by number; version 4 comes first.
    public static func < (left: NetworkAddress, right: NetworkAddress) -> Bool {
        left.isVersion6 == right.isVersion6 ? left.value < right.value : right.isVersion6
    }

    /// Reads `192.0.2.1` or `2001:db8::1`.
    ///
    /// - Parameter text: the address, without brackets or zone.
    public init?(_ text: String) {
        guard let address = text.contains(":") ? Self.version6(text) : Self.version4(text) else { return nil }
        self = address
    }

    private static func version4(_ text: String) -> NetworkAddress? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var value: UInt128 = 0
        for part in parts {
            guard let byte = UInt8(part), part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            value = value << 8 | UInt128(byte)
        }
        return NetworkAddress(isVersion6: false, value: value)
    }

    private static func version6(_ text: String) -> NetworkAddress? {
        guard let gap = gap(in: text) else {
            return groups(text[...]).flatMap { $0.count == 8 ? join($0) : nil }
        }
        guard let front = groups(text[..<gap.lowerBound]), let back = groups(text[gap.upperBound...]) else {
            return nil
        }
        let missing = 8 - front.count - back.count
        guard missing >= 1 else { return nil }
        return join(front + Array(repeating: 0, count: missing) + back)
    }

    private static func gap(in text: String) -> Range<String.Index>? {
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == ":", next < text.endIndex, text[next] == ":" {
                return index..<text.index(after: next)
            }
            index = next
        }
        return nil
    }

    private static func groups(_ text: Substring) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var groups: [UInt16] = []
        for part in text.split(separator: ":", omittingEmptySubsequences: false) {
            guard (1...4).contains(part.utf8.count), let group = UInt16(part, radix: 16) else { return nil }
            groups.append(group)
        }
        return groups
    }

    private static func join(_ groups: [UInt16]) -> NetworkAddress {
        NetworkAddress(isVersion6: true, value: groups.reduce(0) { $0 << 16 | UInt128($1) })
    }

    /// Whether it is an address of the machine itself: `127.0.0.0/8` or `::1`.
    public var isLoopback: Bool { isVersion6 ? value == 1 : value >> 24 == 127 }
}

extension NetworkAddress: CustomStringConvertible {
    /// The address in text; version 6 in full groups.
    public var description: String {
        if isVersion6 {
            return stride(from: 112, through: 0, by: -16)
                .map { String(UInt16(truncatingIfNeeded: value >> UInt128($0)), radix: 16) }.joined(separator: ":")
        }
        return stride(from: 24, through: 0, by: -8)
            .map { String(UInt8(truncatingIfNeeded: value >> UInt128($0))) }.joined(separator: ".")
    }
}
