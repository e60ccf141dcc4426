/// Paths as fields of a line: bytes that separate fields or lines are written as `%` and two hexadecimal digits.
enum LedgerText {
    /// The field for a path.
    static func escape(_ path: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var field: [UInt8] = []
        field.reserveCapacity(path.count)
        for byte in path {
            if isPlain(byte) {
                field.append(byte)
            } else {
                field += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return field
    }

    /// The path of a field, or nothing when it is not what `escape` prints.
    static func unescape(_ field: some Collection<UInt8>) -> [UInt8]? {
        var path: [UInt8] = []
        var rest = Array(field)[...]
        while let byte = rest.popFirst() {
            if byte != UInt8(ascii: "%") {
                guard isPlain(byte) else { return nil }
                path.append(byte)
                continue
            }
            guard let high = digit(rest.popFirst()), let low = digit(rest.popFirst()), !isPlain(high << 4 | low) else {
                return nil
            }
            path.append(high << 4 | low)
        }
        return path
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > UInt8(ascii: " ") && byte != 0x7F && byte != UInt8(ascii: "%")
    }

    private static func digit(_ byte: UInt8?) -> UInt8? {
        switch byte {
        case let byte? where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte): byte - UInt8(ascii: "0")
        case let byte? where (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
