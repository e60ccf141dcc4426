extension EntryFlags {
    private init?(calledBy word: TwoLetters) {
        switch word {
        case "OI": self = .objectInherit
        case "CI": self = .containerInherit
        case "NP": self = .noPropagate
        case "IO": self = .inheritOnly
        case "ID": self = .inherited
        case "SA": self = .auditSuccess
        case "FA": self = .auditFailure
        case "CR": self = .critical
        default: return nil
        }
    }

    private static let flags = TwoLetters.table { EntryFlags(calledBy: $0) ?? [] }

    /// The flag that SDDL calls by a word.
    init?(_ word: TwoLetters) {
        guard let index = word.index, !Self.flags[index].isEmpty else { return nil }
        self = Self.flags[index]
    }

    /// Appends the words of the flags, in the order of Windows.
    func write(to output: inout [UInt8]) {
        guard !isEmpty else { return }
        for (flag, word) in Self.words where contains(flag) { word.write(to: &output) }
    }

    private static let words: [(EntryFlags, TwoLetters)] = [
        (.objectInherit, "OI"), (.containerInherit, "CI"), (.noPropagate, "NP"), (.inheritOnly, "IO"),
        (.inherited, "ID"), (.auditSuccess, "SA"), (.auditFailure, "FA"), (.critical, "CR"),
    ]
}
