extension EntryType {
    private init?(calledBy word: TwoLetters) {
        switch word {
        case "OA": self = .accessAllowedObject
        case "OD": self = .accessDeniedObject
        case "XA": self = .accessAllowedCallback
        case "XD": self = .accessDeniedCallback
        case "ZA": self = .accessAllowedCallbackObject
        case "AU": self = .systemAudit
        case "AL": self = .systemAlarm
        case "OU": self = .systemAuditObject
        case "OL": self = .systemAlarmObject
        case "XU": self = .systemAuditCallback
        case "ML": self = .mandatoryLabel
        case "RA": self = .resourceAttribute
        case "SP": self = .scopedPolicy
        case "TL": self = .processTrustLabel
        case "FL": self = .accessFilter
        default: return nil
        }
    }

    private static let types = TwoLetters.table { EntryType(calledBy: $0) }

    private static let words: [TwoLetters?] = (0...0x15).map { EntryType(rawValue: $0).makeWord() }

    /// The type that SDDL calls by a word of one or two letters.
    init?(_ word: TwoLetters) {
        if word.code == UInt16(UInt8(ascii: "A")) {
            self = .accessAllowed
        } else if word.code == UInt16(UInt8(ascii: "D")) {
            self = .accessDenied
        } else {
            guard let index = word.index, let type = Self.types[index] else { return nil }
            self = type
        }
    }

    /// The word of SDDL for the type.
    var word: TwoLetters? { Int(rawValue) < Self.words.count ? Self.words[Int(rawValue)] : nil }

    private func makeWord() -> TwoLetters? {
        switch self {
        case .accessAllowed: "A"
        case .accessDenied: "D"
        case .accessAllowedObject: "OA"
        case .accessDeniedObject: "OD"
        case .accessAllowedCallback: "XA"
        case .accessDeniedCallback: "XD"
        case .accessAllowedCallbackObject: "ZA"
        case .systemAudit: "AU"
        case .systemAlarm: "AL"
        case .systemAuditObject: "OU"
        case .systemAlarmObject: "OL"
        case .systemAuditCallback: "XU"
        case .mandatoryLabel: "ML"
        case .resourceAttribute: "RA"
        case .scopedPolicy: "SP"
        case .processTrustLabel: "TL"
        case .accessFilter: "FL"
        default: nil
        }
    }
}
