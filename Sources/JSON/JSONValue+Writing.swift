extension JSONValue: CustomStringConvertible {
    /// The value as JSON text on one line, without blanks.
    public var description: String {
        var output: [UInt8] = []
        write(to: &output, depth: nil)
        return String(decoding: output, as: UTF8.self)
    }

    /// The value on lines of its own, two spaces deeper at each level, with a line feed at the end.
    public var text: String {
        var output: [UInt8] = []
        write(to: &output, depth: 0)
        output.append(UInt8(ascii: "\n"))
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends the value.
    ///
    /// - Parameters:
    ///   - output: what grows.
    ///   - depth: how deep the value lies; nothing for one line.
    private func write(to output: inout [UInt8], depth: Int?) {
        switch self {
        case .null: output += "null".utf8
        case .bool(let value): output += (value ? "true" : "false").utf8
        case .integer(let value): output += String(value).utf8
        case .number(let text): output += text.utf8
        case .string(let text): Self.write(text, to: &output)
        case .array(let elements):
            Self.write(elements, "[", "]", to: &output, depth: depth) { element, output, depth in
                element.write(to: &output, depth: depth)
            }
        case .object(let members):
            Self.write(members, "{", "}", to: &output, depth: depth) { member, output, depth in
                Self.write(member.name, to: &output)
                output += (depth == nil ? ":" : ": ").utf8
                member.value.write(to: &output, depth: depth)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], _ opening: String, _ closing: String, to output: inout [UInt8], depth: Int?,
        write: (Element, inout [UInt8], Int?) -> Void
    ) {
        let deeper = depth.map { $0 + 1 }
        output += opening.utf8
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            startLine(in: &output, depth: deeper)
            write(element, &output, deeper)
        }
        if !elements.isEmpty { startLine(in: &output, depth: depth) }
        output += closing.utf8
    }

    private static func startLine(in output: inout [UInt8], depth: Int?) {
        guard let depth else { return }
        output.append(UInt8(ascii: "\n"))
        output += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    }
}
