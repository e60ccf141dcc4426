/// Reads JSON text, RFC 8259.
struct JSONReader {
    let bytes: [UInt8]
    var offset = 0
    /// Nesting beyond this is refused rather than followed.
    static let maximumDepth = 128

    init(bytes: [UInt8]) { self.bytes = bytes }

    var next: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    mutating func skipBlanks() {
        while next == 0x20 || next == 0x09 || next == 0x0A || next == 0x0D { offset += 1 }
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard offset < bytes.count, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    mutating func readDocument() throws(JSONError) -> JSONValue {
        let value = try readValue(depth: 0)
        skipBlanks()
        guard offset == bytes.count else { throw JSONError(expected: "the end", offset: offset) }
        return value
    }

    private mutating func readValue(depth: Int) throws(JSONError) -> JSONValue {
        guard depth < Self.maximumDepth else { throw JSONError(expected: "less nesting", offset: offset) }
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return try readObject(depth: depth)
        case UInt8(ascii: "["): return try readArray(depth: depth)
        case UInt8(ascii: "\""): return .string(try readString())
        case UInt8(ascii: "t"): return try read("true", as: .bool(true))
        case UInt8(ascii: "f"): return try read("false", as: .bool(false))
        case UInt8(ascii: "n"): return try read("null", as: .null)
        default: return try readNumber()
        }
    }

    private mutating func read(_ word: String, as value: JSONValue) throws(JSONError) -> JSONValue {
        for byte in word.utf8 {
            guard skip(byte) else { throw JSONError(expected: word, offset: offset) }
        }
        return value
    }

    private mutating func readObject(depth: Int) throws(JSONError) -> JSONValue {
        offset += 1
        var members: [JSONValue.Member] = []
        skipBlanks()
        if skip(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw JSONError(expected: "a name", offset: offset) }
            let name = try readString()
            skipBlanks()
            guard skip(UInt8(ascii: ":")) else { throw JSONError(expected: "a colon", offset: offset) }
            members.append(.init(name: name, value: try readValue(depth: depth + 1)))
            skipBlanks()
            if skip(UInt8(ascii: "}")) { return .object(members) }
            guard skip(UInt8(ascii: ",")) else { throw JSONError(expected: "a comma or }", offset: offset) }
        }
    }

    private mutating func readArray(depth: Int) throws(JSONError) -> JSONValue {
        offset += 1
        var elements: [JSONValue] = []
        skipBlanks()
        if skip(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try readValue(depth: depth + 1))
            skipBlanks()
            if skip(UInt8(ascii: "]")) { return .array(elements) }
            guard skip(UInt8(ascii: ",")) else { throw JSONError(expected: "a comma or ]", offset: offset) }
        }
    }

    private mutating func readString() throws(JSONError) -> String {
        offset += 1
        var text: [UInt8] = []
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            guard byte >= 0x20 else { throw JSONError(expected: "no control character", offset: offset - 1) }
            if byte == UInt8(ascii: "\\") { try readEscape(into: &text) } else { text.append(byte) }
        }
        throw JSONError(expected: "a quotation mark", offset: offset)
    }

    private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
        let letter = next
        offset += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var units = [try readUnit()]
            if UTF16.isLeadSurrogate(units[0]), next == UInt8(ascii: "\\"), offset + 1 < bytes.count,
                bytes[offset + 1] == UInt8(ascii: "u")
            {
                offset += 2
                units.append(try readUnit())
            }
            text.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
        default: throw JSONError(expected: "an escape", offset: offset - 1)
        }
    }

    private mutating func readUnit() throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(next)).hexDigitValue else {
                throw JSONError(expected: "a hexadecimal digit", offset: offset)
            }
            unit = unit << 4 | UInt16(digit)
            offset += 1
        }
        return unit
    }

    /// Reads a number; RFC 8259, section 6.
    private mutating func readNumber() throws(JSONError) -> JSONValue {
        let start = offset
        _ = skip(UInt8(ascii: "-"))
        if !skip(UInt8(ascii: "0")) { try skipDigits(orSay: "a value") }
        var isWhole = true
        if skip(UInt8(ascii: ".")) {
            isWhole = false
            try skipDigits(orSay: "a digit")
        }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            isWhole = false
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            try skipDigits(orSay: "a digit")
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        if isWhole, let value = Int(text) { return .integer(value) }
        return .number(text)
    }

    private mutating func skipDigits(orSay expected: String) throws(JSONError) {
        let start = offset
        while next >= UInt8(ascii: "0"), next <= UInt8(ascii: "9") { offset += 1 }
        guard offset > start else { throw JSONError(expected: expected, offset: offset) }
    }
}
