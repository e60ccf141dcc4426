extension EntryFlags {
    /// The words in the order in which Windows prints them.
    private static let words: [(word: TwoLetters, value: EntryFlags)] = [
        ("OI", .objectInherit), ("CI", .containerInherit), ("NP", .noPropagate), ("IO", .inheritOnly),
        ("ID", .inherited), ("SA", .auditSuccess), ("FA", .auditFailure), ("CR", .critical),
    ]

    private static let flags = TwoLetters.table(words)

    /// The flag that SDDL calls by a word.
    init?(_ word: TwoLetters) {
        guard let index = word.index, let flag = Self.flags[index] else { return nil }
        self = flag
    }

    /// Appends the words of the flags.
    func write(to room: inout OutputSpan<UInt8>) {
        guard !isEmpty else { return }
        for index in Self.words.indices where contains(Self.words[index].value) {
            Self.words[index].word.write(to: &room)
        }
    }
}
