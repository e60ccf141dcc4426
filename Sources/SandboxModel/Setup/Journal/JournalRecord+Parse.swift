extension JournalRecord {
    /// Reads one line without its line feed; total.
    ///
    /// - Parameter line: what `line` printed.
    /// - Throws: what is wrong with it.
    init(parsing line: Substring) throws(JournalError.Reason) {
        let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .malformed }
        guard parts[0] == Hexadecimal.text(JournalCheckSum.of(parts[1].utf8)) else { throw .checkSum }
        let words = parts[1].split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard words.count == 2 else { throw .malformed }
        switch words[0] {
        case "begin":
            let rest = words[1].split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard rest.count == 2, let image = BeforeImage(word: rest[0]) else { throw .malformed }
            self = .begin(try Self.effect(rest[1]), image)
        case "done": self = .done(try Self.effect(words[1]))
        case "undo": self = .undo(try Self.effect(words[1]))
        case "undone": self = .undone(try Self.effect(words[1]))
        default: throw .malformed
        }
    }

    private static func effect(_ words: Substring) throws(JournalError.Reason) -> Effect {
        guard let effect = Effect(words: words) else { throw .unknownEffect }
        return effect
    }
}

extension BeforeImage {
    /// Reads the word of an image; total.
    ///
    /// - Parameter word: what `word` printed.
    init?(word: Substring) {
        switch word {
        case "absent": self = .absent
        case "existing": self = .existing
        default:
            guard word.hasPrefix("content:"), let bytes = Hexadecimal.bytes(word.dropFirst("content:".count))
            else { return nil }
            self = .content(bytes)
        }
    }
}
