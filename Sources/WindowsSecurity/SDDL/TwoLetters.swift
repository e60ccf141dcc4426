/// A word of two ASCII letters in upper case, or of one, as SDDL has them everywhere.
struct TwoLetters: Hashable, ExpressibleByStringLiteral {
    let code: UInt16

    init(_ first: UInt8, _ second: UInt8) { code = UInt16(first.uppercased) << 8 | UInt16(second.uppercased) }

    init(stringLiteral value: String) {
        var code: UInt16 = 0
        for byte in value.utf8 { code = code << 8 | UInt16(byte) }
        self.code = code
    }

    /// Appends the one or two letters.
    @inline(__always)
    func write(to room: inout OutputSpan<UInt8>) {
        let first = UInt8(truncatingIfNeeded: code >> 8)
        if first != 0 { room.append(first) }
        room.append(UInt8(truncatingIfNeeded: code))
    }

    /// The position of a word in a table of all words of one or two letters.
    @inline(__always)
    var index: Int? {
        let first = Int(code >> 8) - 64
        let second = Int(code & 0xFF) - 65
        guard 0..<26 ~= second else { return nil }
        if code < 0x100 { return second }
        return 1...26 ~= first ? first * 26 + second : nil
    }

    /// A table of all words of one or two letters, with the values of those that have one.
    static func table<Value>(_ values: [(word: TwoLetters, value: Value)]) -> [Value?] {
        var table = [Value?](repeating: nil, count: 27 * 26)
        for (word, value) in values { if let index = word.index { table[index] = value } }
        return table
    }
}
