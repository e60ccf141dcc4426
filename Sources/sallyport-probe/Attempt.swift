import CProbe

/// Something to be tried, with everything it is tried on.
struct Attempt {
    let verb: Verb
    let arguments: [[UInt8]]

    /// Tries it in a child process and prints the line.
    func perform() {
        var detail = probe_detail()
        let result = withStrings(arguments) { strings, count in
            probe_perform(verb.perform, strings, count, &detail)
        }
        var line = bytes(of: verb.name)
        for argument in arguments { line += [32] + Self.printable(argument, encodingSpaces: true) }
        line += bytes(of: " -> ")
        if result == 0 {
            line += bytes(of: "ok")
        } else if result > 0 {
            line += bytes(of: probe_error_name(result))
        } else {
            line += bytes(of: "signal ") + decimal(-Int(result))
        }
        let said = withUnsafeBytes(of: &detail.text) { text in Array(text.prefix { $0 != 0 }) }
        if !said.isEmpty { line += [32] + Self.printable(said, encodingSpaces: false) }
        put(line + [10], to: 1)
    }

    /// A field as the file format writes it: control characters, `%` and what is not ASCII as `%XX`.
    private static func printable(_ text: [UInt8], encodingSpaces: Bool) -> [UInt8] {
        let digits = bytes(of: "0123456789ABCDEF")
        var result: [UInt8] = []
        for byte in text {
            if byte > 32 && byte < 127 && byte != 37 || byte == 32 && !encodingSpaces {
                result.append(byte)
            } else {
                result += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return result
    }
}
