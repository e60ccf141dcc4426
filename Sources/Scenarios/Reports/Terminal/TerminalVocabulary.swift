/// The verbs of attempts for people at a terminal: how each is written, and what it does.
public struct TerminalVocabulary {
    private let style: TerminalStyle

    /// Makes the text of the verbs.
    ///
    /// - Parameter style: how the terminal may be used.
    public init(style: TerminalStyle = TerminalStyle()) { self.style = style }

    /// The verbs by subject, the longer summaries in several lines.
    public var text: String {
        let usages = Verb.all.map { $0.usage.isEmpty ? $0.name : "\($0.name) \($0.usage)" }
        let indent = 2 + (usages.map(\.count).max() ?? 0)
        let blanks = String(repeating: " ", count: indent)
        return zip(usages, Verb.all).map { usage, verb in
            let summary = style.wrapped(blanks + verb.summary, indent: indent).joined(separator: "\n")
            return TerminalStyle.fitted(usage, indent) + summary.dropFirst(indent) + "\n"
        }.joined()
    }
}
