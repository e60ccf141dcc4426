/// The rights in SDDL text: two-letter codes, numbers, and any mixture of both.
enum SDDLRights {
    /// The codes of single bits, in the order in which they print.
    private static let bits: [(code: TwoLetters, mask: UInt32)] = [
        ("CC", 0x1), ("DC", 0x2), ("LC", 0x4), ("SW", 0x8), ("RP", 0x10), ("WP", 0x20), ("DT", 0x40), ("LO", 0x80),
        ("CR", 0x100), ("SD", 0x1_0000), ("RC", 0x2_0000), ("WD", 0x4_0000), ("WO", 0x8_0000), ("GA", 0x1000_0000),
        ("GX", 0x2000_0000), ("GW", 0x4000_0000), ("GR", 0x8000_0000),
    ]

    /// The bits that have a code.
    private static let codedBits: UInt32 = 0xF00F_01FF

    /// The codes of a mandatory label.
    private static let label: [(code: TwoLetters, mask: UInt32)] = [("NW", 0x1), ("NR", 0x2), ("NX", 0x4)]

    /// The codes of whole masks; on printing the first one with the value counts.
    private static let wholeMasks: [(code: TwoLetters, mask: UInt32)] = [
        ("FA", 0x1F_01FF), ("FR", 0x12_0089), ("FW", 0x12_0116), ("FX", 0x12_00A0), ("KA", 0xF_003F),
        ("KR", 0x2_0019), ("KW", 0x2_0006),
    ]

    private static let masks = TwoLetters.table { mask(of: $0, isLabel: false) ?? 0 }

    /// What a code stands for.
    static func mask(of first: UInt8, _ second: UInt8, isLabel: Bool) -> UInt32? {
        let word = TwoLetters(first, second)
        if isLabel { return mask(of: word, isLabel: true) }
        guard let index = word.index, masks[index] != 0 else { return nil }
        return masks[index]
    }

    private static func mask(of word: TwoLetters, isLabel: Bool) -> UInt32? {
        if isLabel {
            switch word {
            case "NW": return 0x1
            case "NR": return 0x2
            case "NX": return 0x4
            default: break
            }
        }
        switch word {
        case "CC": return 0x1
        case "DC": return 0x2
        case "LC": return 0x4
        case "SW": return 0x8
        case "RP": return 0x10
        case "WP": return 0x20
        case "DT": return 0x40
        case "LO": return 0x80
        case "CR": return 0x100
        case "SD": return 0x1_0000
        case "RC": return 0x2_0000
        case "WD": return 0x4_0000
        case "WO": return 0x8_0000
        case "GA": return 0x1000_0000
        case "GX": return 0x2000_0000
        case "GW": return 0x4000_0000
        case "GR": return 0x8000_0000
        case "FA": return 0x1F_01FF
        case "FR": return 0x12_0089
        case "FW": return 0x12_0116
        case "FX": return 0x12_00A0
        case "KA": return 0xF_003F
        case "KR", "KX": return 0x2_0019
        case "KW": return 0x2_0006
        default: return nil
        }
    }

    /// Appends the rights as Windows prints them: one code for the whole mask, codes of bits, or hexadecimal.
    static func write(_ mask: AccessMask, isLabel: Bool, to output: inout [UInt8]) {
        let value = mask.rawValue
        guard value != 0 else { return }
        if !isLabel, let match = wholeMasks.first(where: { $0.mask == value }) {
            match.code.write(to: &output)
            return
        }
        guard value & ~(isLabel ? 0x7 : codedBits) == 0 else {
            output.appendHexadecimal(UInt64(value))
            return
        }
        for (code, bit) in isLabel ? label : bits where value & bit != 0 { code.write(to: &output) }
    }
}
