/// A JSON text to be (RFC 8259); members keep their order.
public indirect enum JSONOutput: Sendable {
    /// Names and values, which are printed in this order.
    case object([(String, JSONOutput)])
    /// Values in order.
    case array([JSONOutput])
    /// A text.
    case string(String)
    /// A number without fraction.
    case number(Int)
    /// A truth value.
    case boolean(Bool)
    /// Nothing.
    case null

    /// Makes a text, or null.
    ///
    /// - Parameter text: the text; nothing for null.
    public init(_ text: String?) {
        self = text.map(JSONOutput.string) ?? .null
    }

    /// The value on one line, without a line feed.
    public var line: String {
        var output = ""
        write(into: &output, indent: nil)
        return output
    }

    /// The value on lines of its own, two spaces deeper at each level, with a line feed at the end.
    public var text: String {
        var output = ""
        write(into: &output, indent: "")
        return output + "\n"
    }

    private func write(into output: inout String, indent: String?) {
        switch self {
        case .null: output += "null"
        case .boolean(let value): output += value ? "true" : "false"
        case .number(let value): output += "\(value)"
        case .string(let value): JSONText.append(value, to: &output)
        case .array(let values):
            Self.list(values, into: &output, brackets: ("[", "]"), indent: indent) { value, output, indent in
                value.write(into: &output, indent: indent)
            }
        case .object(let members):
            Self.list(members, into: &output, brackets: ("{", "}"), indent: indent) { member, output, indent in
                JSONText.append(member.0, to: &output)
                output += ": "
                member.1.write(into: &output, indent: indent)
            }
        }
    }

    private static func list<Element>(
        _ elements: [Element], into output: inout String, brackets: (String, String), indent: String?,
        write: (Element, inout String, String?) -> Void
    ) {
        let deeper = indent.map { $0 + "  " }
        output += brackets.0
        for (index, element) in elements.enumerated() {
            if let deeper {
                output += (index == 0 ? "\n" : ",\n") + deeper
            } else if index > 0 {
                output += ", "
            }
            write(element, &output, deeper)
        }
        if let indent, !elements.isEmpty { output += "\n" + indent }
        output += brackets.1
    }
}
