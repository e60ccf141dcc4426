import SandboxModel

/// A JSON text to be (RFC 8259); members keep their order.
indirect enum JSONValue {
    case object([(String, JSONValue)])
    case array([JSONValue])
    case string(String)
    case number(Int)
    case boolean(Bool)
    case null

    /// A text, or null.
    init(_ text: String?) {
        self = text.map(JSONValue.string) ?? .null
    }

    /// The value as text, two spaces deeper at each level.
    var text: String {
        var output = ""
        write(into: &output, indent: "")
        return output + "\n"
    }

    private func write(into output: inout String, indent: String) {
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
        _ elements: [Element], into output: inout String, brackets: (String, String), indent: String,
        write: (Element, inout String, String) -> Void
    ) {
        output += brackets.0
        for (index, element) in elements.enumerated() {
            output += (index == 0 ? "\n" : ",\n") + indent + "  "
            write(element, &output, indent + "  ")
        }
        output += (elements.isEmpty ? "" : "\n" + indent) + brackets.1
    }
}
