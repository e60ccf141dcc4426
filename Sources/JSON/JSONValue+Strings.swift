extension JSONValue {
    /// Writes text as JSON does, in quotation marks (RFC 8259, section 7); control characters, which a terminal might obey, are escaped.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - output: what it is added to.
    public static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        // U+0080 to U+009F are C2 80 to C2 9F in UTF-8.
        var isAfterC2 = false
        for byte in text.utf8 {
            switch byte {
            case 0x80..<0xA0 where isAfterC2:
                output.removeLast()
                escape(byte, to: &output)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                output.append(UInt8(ascii: "\\"))
                output.append(byte)
            case UInt8(ascii: "\n"): output += #"\n"#.utf8
            case 0..<0x20, 0x7F: escape(byte, to: &output)
            default: output.append(byte)
            }
            isAfterC2 = byte == 0xC2
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func escape(_ character: UInt8, to output: inout [UInt8]) {
        output += #"\u00"#.utf8
        for digit in [character >> 4, character & 0xF] {
            output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
