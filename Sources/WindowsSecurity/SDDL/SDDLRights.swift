/// The rights in SDDL text: two-letter codes, numbers, and any mixture of both.
enum SDDLRights {
    /// The codes of single bits, in the order of the bits, which is the one in which they print.
    private static let bits: [(word: TwoLetters, value: UInt32)] = [
        ("CC", 0x1), ("DC", 0x2), ("LC", 0x4), ("SW", 0x8), ("RP", 0x10), ("WP", 0x20), ("DT", 0x40), ("LO", 0x80),
        ("CR", 0x100), ("SD", 0x1_0000), ("RC", 0x2_0000), ("WD", 0x4_0000), ("WO", 0x8_0000), ("GA", 0x1000_0000),
        ("GX", 0x2000_0000), ("GW", 0x4000_0000), ("GR", 0x8000_0000),
    ]

    /// The codes of whole masks; on printing the first one with the value counts.
    private static let wholeMasks: [(word: TwoLetters, value: UInt32)] = [
        ("FA", 0x1F_01FF), ("FR", 0x12_0089), ("FW", 0x12_0116), ("FX", 0x12_00A0), ("KA", 0xF_003F),
        ("KR", 0x2_0019), ("KW", 0x2_0006), ("KX", 0x2_0019),
    ]

    /// The codes of a mandatory label.
    private static let labels: [(word: TwoLetters, value: UInt32)] = [("NW", 0x1), ("NR", 0x2), ("NX", 0x4)]

    private static let masks = TwoLetters.table(bits + wholeMasks)
    private static let labelMasks = TwoLetters.table(bits + wholeMasks + labels)
    private static let codes = byBit(bits)
    private static let labelCodes = byBit(labels)

    /// The bits that have a code.
    private static let codedBits: UInt32 = 0xF00F_01FF
    private static let codedLabelBits: UInt32 = 0x7

    private static func byBit(_ list: [(word: TwoLetters, value: UInt32)]) -> [TwoLetters?] {
        var codes = [TwoLetters?](repeating: nil, count: 32)
        for (word, mask) in list { codes[mask.trailingZeroBitCount] = word }
        return codes
    }

    /// What a code stands for.
    @inline(__always)
    static func mask(of first: UInt8, _ second: UInt8, isLabel: Bool) -> UInt32? {
        guard let index = TwoLetters(first, second).index else { return nil }
        return isLabel ? labelMasks[index] : masks[index]
    }

    /// Appends the rights as Windows prints them: one code for the whole mask, codes of bits, or hexadecimal.
    static func write(_ mask: AccessMask, isLabel: Bool, to room: inout OutputSpan<UInt8>) {
        let value = mask.rawValue
        guard value != 0 else { return }
        if !isLabel {
            for index in wholeMasks.indices where wholeMasks[index].value == value {
                wholeMasks[index].word.write(to: &room)
                return
            }
        }
        guard value & ~(isLabel ? codedLabelBits : codedBits) == 0 else {
            room.appendHexadecimal(UInt64(value))
            return
        }
        let codes = isLabel ? labelCodes : codes
        var rest = value
        while rest != 0 {
            codes[rest.trailingZeroBitCount]?.write(to: &room)
            rest &= rest - 1
        }
    }
}
