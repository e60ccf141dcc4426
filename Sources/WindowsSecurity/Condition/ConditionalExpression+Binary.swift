extension ConditionalExpression {
    /// The binary form: `artx` and the elements; MS-DTYP 2.4.4.17.4.
    public var binaryRepresentation: [UInt8] {
        var bytes: [UInt8] = Array("artx".utf8)
        for token in tokens {
            switch token {
            case .operand(let operand): operand.appendBinary(to: &bytes)
            case .operation(let operation): bytes.append(operation.rawValue)
            }
        }
        return bytes
    }

    /// Reads the binary form, or makes nothing when it is malformed; zero bytes at the end are padding.
    ///
    /// - Parameter bytes: `artx` and the elements.
    public init?(binary bytes: [UInt8]) {
        guard bytes.count >= 4, bytes[..<4].elementsEqual("artx".utf8) else { return nil }
        var tokens: [Token] = []
        var offset = 4
        while offset < bytes.count {
            if bytes[offset] == 0 {
                offset += 1
                continue
            }
            if let operation = Operator(rawValue: bytes[offset]) {
                tokens.append(.operation(operation))
                offset += 1
            } else {
                guard let operand = Operand(binary: bytes, at: &offset, limit: bytes.count, depth: 0) else {
                    return nil
                }
                tokens.append(.operand(operand))
            }
        }
        self.init(tokens: tokens)
    }
}

extension ConditionalExpression.Operand {
    func appendBinary(to bytes: inout [UInt8]) {
        switch self {
        case .attribute(let namespace, let name):
            bytes.append(namespace.rawValue)
            bytes.appendSized(name)
        case .integer(let value, let notation):
            bytes.append(notation.width)
            bytes.appendLittleEndian(UInt64(bitPattern: value))
            bytes.append(notation.sign)
            bytes.append(notation.base)
        case .string(let text):
            bytes.append(0x10)
            bytes.appendSized(text)
        case .octets(let octets):
            bytes.append(0x18)
            bytes.appendLittleEndian(UInt32(truncatingIfNeeded: octets.count))
            bytes.append(contentsOf: octets)
        case .sid(let sid):
            bytes.append(0x51)
            bytes.appendLittleEndian(UInt32(truncatingIfNeeded: sid.binarySize))
            sid.appendBinary(to: &bytes)
        case .composite(let members):
            bytes.append(0x50)
            let field = bytes.count
            bytes.appendLittleEndian(UInt32(0))
            for member in members { member.appendBinary(to: &bytes) }
            bytes.setLittleEndian(UInt32(truncatingIfNeeded: bytes.count - field - 4), at: field)
        }
    }

    init?(binary bytes: [UInt8], at offset: inout Int, limit: Int, depth: Int) {
        let code = bytes[offset]
        offset += 1
        if (1...4).contains(code) {
            guard limit - offset >= 10 else { return nil }
            let value = Int64(bitPattern: bytes.littleEndian64(at: offset))
            let sign = bytes[offset + 8]
            let base = bytes[offset + 9]
            guard (1...3).contains(sign), (1...3).contains(base) else { return nil }
            offset += 10
            self = .integer(value, .init(width: code, sign: sign, base: base))
            return
        }
        guard limit - offset >= 4 else { return nil }
        let count = Int(bytes.littleEndian32(at: offset))
        offset += 4
        guard count <= limit - offset else { return nil }
        let end = offset + count
        let start = offset
        offset = end
        switch code {
        case 0x10:
            guard let text = bytes.utf16(start..<end) else { return nil }
            self = .string(text)
        case 0x18:
            self = .octets(Array(bytes[start..<end]))
        case 0x51:
            do throws(ParseError) {
                let sid = try SID(binary: bytes, at: start, limit: end)
                guard sid.binarySize == count else { return nil }
                self = .sid(sid)
            } catch { return nil }
        case 0x50:
            guard depth == 0 else { return nil }
            var members: [Self] = []
            var position = start
            while position < end {
                guard let member = Self(binary: bytes, at: &position, limit: end, depth: 1) else { return nil }
                if case .attribute = member { return nil }
                members.append(member)
            }
            self = .composite(members)
        default:
            guard let namespace = ConditionalExpression.Namespace(rawValue: code),
                let name = bytes.utf16(start..<end), !name.isEmpty
            else { return nil }
            self = .attribute(namespace, name)
        }
    }
}

extension [UInt8] {
    /// Appends the size in bytes and the UTF-16 units.
    fileprivate mutating func appendSized(_ text: [UInt16]) {
        appendLittleEndian(UInt32(truncatingIfNeeded: text.count * 2))
        for unit in text { appendLittleEndian(unit) }
    }

    /// The UTF-16 units in a range that the caller has checked, or nothing when its size is odd.
    func utf16(_ range: Range<Int>) -> [UInt16]? {
        guard range.count % 2 == 0 else { return nil }
        return stride(from: range.lowerBound, to: range.upperBound, by: 2).map { littleEndian16(at: $0) }
    }
}
