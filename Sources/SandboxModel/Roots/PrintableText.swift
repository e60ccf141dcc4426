/// Text from outside, made safe for a terminal and a log line.
public enum PrintableText {
    /// Puts bytes into single quotes, with everything that is not printable as `\xNN`, cut after 256 bytes.
    ///
    /// - Parameter bytes: any bytes.
    /// - Returns: one line of printable text.
    public static func quoted(_ bytes: some Collection<UInt8>) -> String {
        var text = "'"
        if bytes.count <= 256, let whole = String(validating: bytes, as: UTF8.self),
            whole.unicodeScalars.allSatisfy(isPrintable)
        {
            text += whole
        } else {
            for byte in bytes.prefix(256) { text += escaped(byte) }
            if bytes.count > 256 { text += "..." }
        }
        return text + "'"
    }

    /// Puts `\xNN` for everything in a text that is not printable; line feeds stay.
    ///
    /// - Parameter text: any text.
    /// - Returns: the text, which moves no cursor and hides nothing.
    public static func plain(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { plain, scalar in
            if scalar == "\n" || isPrintable(scalar) {
                plain.unicodeScalars.append(scalar)
            } else {
                for byte in String(scalar).utf8 { plain += escaped(byte) }
            }
        }
    }

    /// Terminals obey U+009B as they do the escape; formats, as U+202E, change what stands beside them (Unicode 4.5, General Category).
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: false
        default: true
        }
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
