extension SDDLReader {
    /// Reads a resource attribute in parentheses: `("name",TS,0x0,"value",...)`.
    mutating func readAttribute() throws(ParseError) -> ClaimAttribute {
        skipBlanks()
        try expect(UInt8(ascii: "("))
        skipBlanks()
        let name = try readText()
        try readComma()
        guard next | 0x20 == UInt8(ascii: "t") else { throw error(.attribute) }
        let letter = peek(1).uppercased
        offset += 2
        try readComma()
        let flags = try readNumber()
        let values = try readAttributeValues(ofType: letter)
        try expect(UInt8(ascii: ")"))
        skipBlanks()
        return ClaimAttribute(name: Self.unescape(name), flags: flags, values: values)
    }

    private mutating func readComma() throws(ParseError) {
        skipBlanks()
        try expect(UInt8(ascii: ","))
        skipBlanks()
    }

    private mutating func readAttributeValues(ofType letter: UInt8) throws(ParseError) -> ClaimAttribute.Values {
        switch letter {
        case UInt8(ascii: "I"):
            return .integers(try readSequence { (reader) throws(ParseError) in try reader.readInteger().0 })
        case UInt8(ascii: "U"):
            return .unsignedIntegers(
                try readSequence { (reader) throws(ParseError) in try reader.readUnsigned() })
        case UInt8(ascii: "B"):
            return .booleans(try readSequence { (reader) throws(ParseError) in try reader.readUnsigned() })
        case UInt8(ascii: "S"):
            return .strings(
                try readSequence { (reader) throws(ParseError) in Self.unescape(try reader.readText()) })
        case UInt8(ascii: "D"):
            return .sids(try readSequence { (reader) throws(ParseError) in try reader.readAttributeSID() })
        case UInt8(ascii: "X"):
            return .octets(
                try readSequence { (reader) throws(ParseError) in
                    // The sign in front is usual but not needed.
                    _ = reader.skip(UInt8(ascii: "#"))
                    return try reader.readOctets()
                })
        default: throw error(.attribute)
        }
    }

    private mutating func readSequence<Value>(
        _ read: (inout SDDLReader) throws(ParseError) -> Value
    ) throws(ParseError) -> [Value] {
        var values: [Value] = []
        skipBlanks()
        while skip(UInt8(ascii: ",")) {
            skipBlanks()
            values.append(try read(&self))
            skipBlanks()
        }
        return values
    }

    private mutating func readUnsigned() throws(ParseError) -> UInt64 {
        guard next.isDecimalDigit else { throw error(.number) }
        let start = offset
        var base: UInt64 = 10
        if skipHexadecimalPrefix() { base = 16 } else if next == UInt8(ascii: "0") { base = 8 }
        return try readDigits(base: base, of: start)
    }

    private mutating func readAttributeSID() throws(ParseError) -> SID {
        let start = offset
        if skip(word: "SID(") {
            skipBlanks()
            let sid = try readSID()
            skipBlanks()
            try expect(UInt8(ascii: ")"))
            return sid
        }
        offset = start
        return try readSID()
    }

    /// Replaces `%` and four hexadecimal digits by the unit they stand for.
    private static func unescape(_ text: [UInt16]) -> [UInt16] {
        guard text.contains(0x25) else { return text }
        var output: [UInt16] = []
        var index = 0
        while index < text.count {
            if text[index] == 0x25, index + 4 < text.count {
                var unit: UInt64? = 0
                for digit in text[index + 1...index + 4] {
                    let value = digit < 0x80 ? UInt8(truncatingIfNeeded: digit).hexadecimalDigit : nil
                    unit = if let unit, let value { unit << 4 | value } else { nil }
                }
                if let unit {
                    output.append(UInt16(truncatingIfNeeded: unit))
                    index += 5
                    continue
                }
            }
            output.append(text[index])
            index += 1
        }
        return output
    }
}

extension ClaimAttribute {
    func write(domain: SID?, to output: inout [UInt8]) {
        output.append(contentsOf: "(\"".utf8)
        ConditionalExpression.Operand.writeName(name, to: &output)
        output.append(contentsOf: "\",T".utf8)
        let letter: Character
        switch values {
        case .integers: letter = "I"
        case .unsignedIntegers: letter = "U"
        case .strings: letter = "S"
        case .sids: letter = "D"
        case .booleans: letter = "B"
        case .octets: letter = "X"
        }
        output.append(contentsOf: "\(letter),".utf8)
        output.appendHexadecimal(UInt64(flags))
        for index in 0..<values.count {
            output.append(UInt8(ascii: ","))
            switch values {
            case .integers(let list): output.append(contentsOf: String(list[index]).utf8)
            case .unsignedIntegers(let list), .booleans(let list): output.appendDecimal(list[index])
            case .strings(let list): ConditionalExpression.Operand.writeValue(list[index], to: &output)
            case .sids(let list): ConditionalExpression.Operand.sid(list[index]).write(domain: domain, to: &output)
            case .octets(let list): ConditionalExpression.Operand.octets(list[index]).write(domain: nil, to: &output)
            }
        }
        output.append(UInt8(ascii: ")"))
    }
}
