extension EntryType {
    private static let list: [(word: TwoLetters, value: EntryType)] = [
        ("A", .accessAllowed), ("D", .accessDenied), ("OA", .accessAllowedObject), ("OD", .accessDeniedObject),
        ("XA", .accessAllowedCallback), ("XD", .accessDeniedCallback), ("ZA", .accessAllowedCallbackObject),
        ("AU", .systemAudit), ("AL", .systemAlarm), ("OU", .systemAuditObject), ("OL", .systemAlarmObject),
        ("XU", .systemAuditCallback), ("ML", .mandatoryLabel), ("RA", .resourceAttribute), ("SP", .scopedPolicy),
        ("TL", .processTrustLabel), ("FL", .accessFilter),
    ]

    private static let types = TwoLetters.table(list)

    private static let words: [TwoLetters?] = {
        var words = [TwoLetters?](repeating: nil, count: 0x16)
        for (word, type) in list { words[Int(type.rawValue)] = word }
        return words
    }()

    /// The type that SDDL calls by a word of one or two letters.
    init?(_ word: TwoLetters) {
        guard let index = word.index, let type = Self.types[index] else { return nil }
        self = type
    }

    /// The word of SDDL for the type.
    var word: TwoLetters? { Int(rawValue) < Self.words.count ? Self.words[Int(rawValue)] : nil }
}
