/// A call of `SetNamedSecurityInfo` as the rows write it: `SetNamedSecurityInfo(DACL|PROTECTED) D:(...) on the child`.
struct PropagationCall {
    /// What stands in parentheses: `DACL`, `LABEL`, `PROTECTED`, `UNPROTECTED`.
    let parts: [String]
    /// The descriptor that is passed; `U` and `L` stand for some user and logon session.
    let descriptor: String

    init?(_ text: String) {
        guard
            let call = text.split(separator: " ", omittingEmptySubsequences: false)
                .firstIndex(where: { $0.hasPrefix("SetNamedSecurityInfo(") })
        else { return nil }
        let words = text.split(separator: " ")
        let head = words.first { $0.hasPrefix("SetNamedSecurityInfo(") } ?? ""
        guard call < words.count, head.hasSuffix(")") else { return nil }
        parts = head.dropFirst("SetNamedSecurityInfo(".count).dropLast().split(separator: "|").map(String.init)
        if let given = words.first(where: { $0.hasPrefix("D:") || $0.hasPrefix("S:") }) {
            descriptor = Self.replacing(
                Self.replacing(String(given), ";U)", "S-1-5-21-1-2-3-1001"), ";L)", "S-1-5-5-0-1")
        } else {
            descriptor = "D:"
        }
    }

    private static func replacing(_ text: String, _ placeholder: String, _ sid: String) -> String {
        var output = ""
        var rest = Substring(text)
        while let index = rest.indices.first(where: { rest[$0...].hasPrefix(placeholder) }) {
            output += rest[..<index] + ";" + sid + ")"
            rest = rest[rest.index(index, offsetBy: placeholder.count)...]
        }
        return output + rest
    }
}
