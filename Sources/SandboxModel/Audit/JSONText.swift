/// Strings of JSON (RFC 8259, section 7).
public enum JSONText {
    /// Appends a text in quotation marks; control characters, which a terminal might obey, are escaped.
    ///
    /// - Parameters:
    ///   - text: any text.
    ///   - output: what grows.
    public static func append(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}":
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }
}
