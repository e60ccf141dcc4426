/// Text from outside, made safe for a terminal and a log line.
public enum PrintableText {
    /// Puts bytes into single quotes, with everything that is not printable as `\xNN`, cut after 256 bytes.
    ///
    /// - Parameter bytes: any bytes.
    /// - Returns: one line of printable text.
    public static func quoted(_ bytes: some Collection<UInt8>) -> String {
        var text = "'"
        if bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }), bytes.count <= 256,
            let whole = String(validating: bytes, as: UTF8.self)
        {
            text += whole
        } else {
            for byte in bytes.prefix(256) { text += escaped(byte) }
            if bytes.count > 256 { text += "..." }
        }
        return text + "'"
    }

    private static func escaped(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\n"): "\\n"
        case UInt8(ascii: "\t"): "\\t"
        case UInt8(ascii: "\r"): "\\r"
        case 0x20..<0x7F: String(UnicodeScalar(byte))
        default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
