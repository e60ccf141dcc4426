/// Why some bytes are not the name of a machine.
public enum HostNameError: Error, Hashable, Sendable {
    /// There is nothing, or nothing but the dot of the root.
    case empty
    /// It has more than 253 bytes.
    case tooLong
    /// It has a byte that is no letter, digit, hyphen or dot; a zero byte ends a name for some readers and not for others.
    case forbiddenByte(UInt8)
    /// A label has no byte, or more than 63.
    case labelOfWrongLength
    /// A label begins or ends with a hyphen.
    case hyphenAtAnEdge
    /// It is a number, and so an address.
    case address
}

extension HostNameError: CustomStringConvertible {
    /// Half a sentence about the name.
    public var description: String {
        switch self {
        case .empty: "is empty"
        case .tooLong: "has more than 253 bytes"
        case .forbiddenByte(let byte): "has the byte 0x\(String(byte, radix: 16)), which no name has"
        case .labelOfWrongLength: "has a label that is empty or longer than 63 bytes"
        case .hyphenAtAnEdge: "has a label with a hyphen at an edge"
        case .address: "is an address, not a name"
        }
    }
}
