/// A word of two ASCII letters in upper case, or of one, as SDDL has them everywhere.
struct TwoLetters: Hashable, ExpressibleByStringLiteral {
    let code: UInt16

    init(_ first: UInt8, _ second: UInt8) { code = UInt16(first.uppercased) << 8 | UInt16(second.uppercased) }

    init(stringLiteral value: StaticString) {
        var code: UInt16 = 0
        for byte in value.description.utf8 { code = code << 8 | UInt16(byte) }
        self.code = code
    }

    func write(to output: inout [UInt8]) {
        let first = UInt8(truncatingIfNeeded: code >> 8)
        if first != 0 { output.append(first) }
        output.append(UInt8(truncatingIfNeeded: code))
    }

    /// The number of words of two letters.
    static let count = 676

    /// The position of a word of two letters in a table of all of them.
    var index: Int? {
        let first = Int(code >> 8) - 65
        let second = Int(code & 0xFF) - 65
        return 0..<26 ~= first && 0..<26 ~= second ? first * 26 + second : nil
    }

    /// A table of all words of two letters, made once.
    static func table<Value>(_ value: (TwoLetters) -> Value) -> [Value] {
        (0..<count).map { value(TwoLetters(UInt8($0 / 26) + 65, UInt8($0 % 26) + 65)) }
    }
}
