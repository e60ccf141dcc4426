internal import SandboxModel

/// The little JSON that reports need (RFC 8259).
indirect enum JSON {
    case string(String)
    case bool(Bool)
    case array([JSON])
    /// Members in the order in which they are printed.
    case object([(String, JSON)])

    /// The value as text on one line.
    var text: String {
        switch self {
        case .string(let string): Self.quoted(string)
        case .bool(let bool): bool ? "true" : "false"
        case .array(let values): "[\(values.map(\.text).joined(separator: ", "))]"
        case .object(let members):
            "{\(members.map { "\(Self.quoted($0.0)): \($0.1.text)" }.joined(separator: ", "))}"
        }
    }

    private static func quoted(_ string: String) -> String {
        var text = ""
        JSONText.append(string, to: &text)
        return text
    }
}
