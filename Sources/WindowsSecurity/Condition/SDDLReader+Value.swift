extension SDDLReader {
    private static let namespaces: [(word: String, namespace: ConditionalExpression.Namespace)] = [
        ("@User.", .user), ("@Resource.", .resource), ("@Device.", .device),
    ]

    /// Reads the name of an attribute: `@User.`, `@Resource.`, `@Device.` and a name, or a simple name.
    mutating func readAttributeName() throws(ParseError) -> ConditionalExpression.Operand {
        guard next == UInt8(ascii: "@") else {
            return .attribute(.local, try readName { $0.isLetter || $0.isDecimalDigit || Self.isSimple($0) })
        }
        for (word, namespace) in Self.namespaces where skip(word: word) {
            return .attribute(
                namespace, try readName { $0.isLetter || $0.isDecimalDigit || Self.isSimple($0) || Self.isExtended($0) }
            )
        }
        throw error(.condition)
    }

    /// The punctuation of simple names; bytes above 0x7f belong to letters of other alphabets.
    private static func isSimple(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"): true
        default: byte >= 0x80
        }
    }

    /// The further punctuation of names behind a namespace.
    private static func isExtended(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "["),
            UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
            UInt8(ascii: "}"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private mutating func readName(_ belongs: (UInt8) -> Bool) throws(ParseError) -> [UInt16] {
        var units: [UInt16] = []
        var start = offset
        while !isAtEnd {
            if belongs(next) {
                offset += 1
            } else if next == UInt8(ascii: "%") {
                units.append(contentsOf: String(decoding: bytes[start..<offset], as: UTF8.self).utf16)
                units.append(try readEscape())
                start = offset
            } else {
                break
            }
        }
        units.append(contentsOf: String(decoding: bytes[start..<offset], as: UTF8.self).utf16)
        guard !units.isEmpty else { throw error(.condition) }
        return units
    }

    /// Reads `%` and four hexadecimal digits.
    private mutating func readEscape() throws(ParseError) -> UInt16 {
        var unit: UInt64 = 0
        for distance in 1...4 {
            guard let digit = peek(distance).hexadecimalDigit else { throw error(.condition) }
            unit = unit << 4 | digit
        }
        offset += 5
        return UInt16(truncatingIfNeeded: unit)
    }

    /// Reads a number, text, bytes or an identifier.
    mutating func readValue() throws(ParseError) -> ConditionalExpression.Operand {
        if next == UInt8(ascii: "\"") { return .string(try readText()) }
        if next == UInt8(ascii: "#") {
            offset += 1
            return .octets(try readOctets())
        }
        if next.isDecimalDigit || next == UInt8(ascii: "-") || next == UInt8(ascii: "+") {
            let (value, notation) = try readInteger(wraps: true)
            return .integer(value, notation)
        }
        guard skip(word: "SID") else { throw error(.condition) }
        try expect(UInt8(ascii: "("))
        skipBlanks()
        let sid = try readSID()
        skipBlanks()
        try expect(UInt8(ascii: ")"))
        return .sid(sid)
    }

    /// Reads text between quotation marks; there is no way to write one inside.
    mutating func readText() throws(ParseError) -> [UInt16] {
        try expect(UInt8(ascii: "\""))
        let start = offset
        while !isAtEnd, next != UInt8(ascii: "\"") { offset += 1 }
        let text = Array(String(decoding: bytes[start..<offset], as: UTF8.self).utf16)
        try expect(UInt8(ascii: "\""))
        return text
    }

    /// Reads hexadecimal digits in pairs, where `#` stands for zero; an odd number of them lacks a zero in front.
    mutating func readOctets() throws(ParseError) -> [UInt8] {
        var digits: [UInt8] = []
        while let digit = octetDigit {
            digits.append(digit)
            offset += 1
        }
        if digits.count % 2 == 1 { digits.insert(0, at: 0) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private var octetDigit: UInt8? {
        if next == UInt8(ascii: "#") { return 0 }
        return next.hexadecimalDigit.map { UInt8(truncatingIfNeeded: $0) }
    }

    /// Passes over `0x` when a digit follows.
    mutating func skipHexadecimalPrefix() -> Bool {
        guard next == UInt8(ascii: "0"), peek(1) | 0x20 == UInt8(ascii: "x"), peek(2).hexadecimalDigit != nil else {
            return false
        }
        offset += 2
        return true
    }

    /// Reads the digits of a number in a base, nothing being 0; one beyond 64 bits is refused where it starts.
    mutating func readDigits(base: UInt64, of start: Int) throws(ParseError) -> UInt64 {
        var value: UInt64 = 0
        while let digit = next.hexadecimalDigit, digit < base {
            let (product, overflow) = value.multipliedReportingOverflow(by: base)
            let (sum, carry) = product.addingReportingOverflow(digit)
            guard !overflow, !carry else { throw ParseError(.number, reading: .sddl, at: start) }
            value = sum
            offset += 1
        }
        return value
    }

    /// Reads a signed number of 64 bits in decimal, octal (leading zero) or hexadecimal; where it `wraps`, one without a
    /// sign may take all 64 bits, as in conditions.
    mutating func readInteger(wraps: Bool = false) throws(ParseError) -> (Int64, ConditionalExpression.Notation) {
        let start = offset
        var notation = ConditionalExpression.Notation(width: 4, sign: 3, base: 2)
        if skip(UInt8(ascii: "-")) { notation.sign = 2 } else if skip(UInt8(ascii: "+")) { notation.sign = 1 }
        var base: UInt64 = 10
        if skipHexadecimalPrefix() {
            base = 16
            notation.base = 3
        } else if next == UInt8(ascii: "0"), peek(1).isDecimalDigit {
            base = 8
            notation.base = 1
        }
        let digits = offset
        let magnitude = try readDigits(base: base, of: start)
        guard offset > digits else { throw error(.number) }
        if notation.sign == 2 {
            guard magnitude <= 1 << 63 else { throw ParseError(.number, reading: .sddl, at: start) }
            return (Int64(truncatingIfNeeded: 0 &- magnitude), notation)
        }
        guard magnitude < 1 << 63 || (wraps && notation.sign == 3) else {
            throw ParseError(.number, reading: .sddl, at: start)
        }
        return (Int64(truncatingIfNeeded: magnitude), notation)
    }
}
