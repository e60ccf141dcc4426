/// The name of a machine, checked and in the one spelling that all its spellings have in common.
///
/// RFC 1123, section 2.1: labels of letters, digits and hyphens. Two spellings of one name are equal; whatever a resolver and a list could read
/// differently is not a name.
public struct HostName: Hashable, Sendable {
    /// The name in lower case, without the dot of the root.
    public let text: String

    /// Reads a name that may come from anybody.
    ///
    /// - Parameter bytes: the name, with or without the dot of the root.
    /// - Throws: ``HostNameError`` when it is not a name.
    public init(parsing bytes: [UInt8]) throws(HostNameError) {
        let name = bytes.last == UInt8(ascii: ".") ? bytes.dropLast() : bytes[...]
        guard !name.isEmpty else { throw .empty }
        guard name.count <= Self.longest else { throw .tooLong }
        if let byte = name.first(where: { !Self.isAllowed($0) }) { throw .forbiddenByte(byte) }
        let labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        for label in labels {
            guard (1...Self.longestLabel).contains(label.count) else { throw .labelOfWrongLength }
            let hyphen = UInt8(ascii: "-")
            guard label.first != hyphen, label.last != hyphen else { throw .hyphenAtAnEdge }
        }
        guard let last = labels.last, !Self.isNumber(last) else { throw .address }
        text = String(decoding: name.map(Self.lowercased), as: UTF8.self)
    }

    private static let longest = 253
    private static let longestLabel = 63

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    /// What ends in a number is read as an address of version 4 (URL Standard, "ends in a number checker"), in decimal, octal or hexadecimal.
    private static func isNumber(_ label: ArraySlice<UInt8>) -> Bool {
        let digits = label.map(lowercased)
        if digits.starts(with: [UInt8(ascii: "0"), UInt8(ascii: "x")]) {
            return digits.dropFirst(2).allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
        }
        return digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension HostName: CustomStringConvertible {
    /// The name in lower case, without the dot of the root.
    public var description: String { text }
}
