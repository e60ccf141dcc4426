/// The rights in SDDL text: two-letter codes, numbers, and any mixture of both.
enum SDDLRights {
    /// The codes of single bits, in the order in which they print.
    static let bits: [(code: (UInt8, UInt8), mask: UInt32)] = [
        (pair("CC"), 0x1), (pair("DC"), 0x2), (pair("LC"), 0x4), (pair("SW"), 0x8), (pair("RP"), 0x10),
        (pair("WP"), 0x20), (pair("DT"), 0x40), (pair("LO"), 0x80), (pair("CR"), 0x100), (pair("SD"), 0x1_0000),
        (pair("RC"), 0x2_0000), (pair("WD"), 0x4_0000), (pair("WO"), 0x8_0000), (pair("GA"), 0x1000_0000),
        (pair("GX"), 0x2000_0000), (pair("GW"), 0x4000_0000), (pair("GR"), 0x8000_0000),
    ]

    /// The codes of whole masks; on printing the first one with the value counts.
    static let masks: [(code: (UInt8, UInt8), mask: UInt32)] = [
        (pair("FA"), 0x1F_01FF), (pair("FR"), 0x12_0089), (pair("FW"), 0x12_0116), (pair("FX"), 0x12_00A0),
        (pair("KA"), 0xF_003F), (pair("KR"), 0x2_0019), (pair("KW"), 0x2_0006), (pair("KX"), 0x2_0019),
    ]

    /// The codes of a mandatory label.
    static let label: [(code: (UInt8, UInt8), mask: UInt32)] = [
        (pair("NW"), 0x1), (pair("NR"), 0x2), (pair("NX"), 0x4),
    ]

    private static func pair(_ text: StaticString) -> (UInt8, UInt8) {
        let bytes = Array(text.description.utf8)
        return (bytes[0], bytes[1])
    }

    private static let codes: [UInt16: UInt32] = Dictionary(
        (bits + masks).map { (UInt16($0.code.0) << 8 | UInt16($0.code.1), $0.mask) }, uniquingKeysWith: { $1 })

    static func mask(of first: UInt8, _ second: UInt8, isLabel: Bool) -> UInt32? {
        let first = first.uppercased
        let second = second.uppercased
        if isLabel, let match = label.first(where: { $0.code == (first, second) }) { return match.mask }
        return codes[UInt16(first) << 8 | UInt16(second)]
    }

    /// Appends the rights as Windows prints them: one code for the whole mask, codes of bits, or hexadecimal.
    static func write(_ mask: AccessMask, isLabel: Bool, to output: inout [UInt8]) {
        let value = mask.rawValue
        guard value != 0 else { return }
        let table = isLabel ? label : bits
        if !isLabel, let match = masks.first(where: { $0.mask == value }) {
            output.append(match.code.0)
            output.append(match.code.1)
            return
        }
        let start = output.count
        var rest = value
        for (code, bit) in table where value & bit != 0 {
            output.append(code.0)
            output.append(code.1)
            rest &= ~bit
        }
        guard rest != 0 else { return }
        output.removeSubrange(start...)
        output.appendHexadecimal(UInt64(value))
    }
}
