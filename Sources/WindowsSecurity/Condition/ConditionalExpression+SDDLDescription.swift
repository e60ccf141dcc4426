extension ConditionalExpression: CustomStringConvertible {
    /// The condition as Windows prints it, every part in parentheses.
    public var description: String {
        var output: [UInt8] = []
        write(domain: nil, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    func write(domain: SID?, to output: inout [UInt8]) {
        var stack: [[UInt8]] = []
        for (index, token) in tokens.enumerated() {
            switch token {
            case .operand(let operand):
                var text: [UInt8] = []
                operand.write(domain: domain, isFirst: isFirst(at: index), to: &text)
                stack.append(text)
            case .operation(let operation):
                guard let last = stack.popLast() else { return }
                var text: [UInt8] = []
                if operation == .not {
                    text = Array("!(".utf8) + last + [UInt8(ascii: ")")]
                } else if operation == .and || operation == .or {
                    guard let first = stack.popLast() else { return }
                    let word = operation == .and ? ") && (" : ") || ("
                    text = [UInt8(ascii: "(")] + first + Array(word.utf8) + last + [UInt8(ascii: ")")]
                } else if operation.isRelation {
                    guard let first = stack.popLast() else { return }
                    text = first + Array(" \(operation.word) ".utf8) + last
                } else {
                    text = Array("\(operation.word) ".utf8) + last
                }
                stack.append(text)
            }
        }
        output.append(UInt8(ascii: "("))
        output.append(contentsOf: stack.last ?? [])
        output.append(UInt8(ascii: ")"))
    }
}

extension ConditionalExpression {
    /// Whether the operand at an index is not the right side of a comparison, where digits would be a number.
    private func isFirst(at index: Int) -> Bool {
        guard index + 1 < tokens.count, case .operation(let operation) = tokens[index + 1] else { return true }
        return !operation.isRelation
    }
}

extension ConditionalExpression.Operator {
    /// The word or sign as Windows prints it.
    var word: String {
        switch self {
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .contains: "Contains"
        case .exists: "Exists"
        case .anyOf: "Any_of"
        case .memberOf: "Member_of"
        case .deviceMemberOf: "Device_Member_of"
        case .memberOfAny: "Member_of_any"
        case .deviceMemberOfAny: "Device_Member_of_Any"
        case .notExists: "Not_Exists"
        case .notContains: "Not_Contains"
        case .notAnyOf: "Not_Any_of"
        case .notMemberOf: "Not_Member_of"
        case .notDeviceMemberOf: "Not_Device_Member_of"
        case .notMemberOfAny: "Not_Member_of_Any"
        case .notDeviceMemberOfAny: "Not_Device_Member_of_Any"
        case .and: "&&"
        case .or: "||"
        case .not: "!"
        }
    }
}

extension ConditionalExpression.Operand {
    func write(domain: SID?, isFirst: Bool = true, to output: inout [UInt8]) {
        switch self {
        case .attribute(let namespace, let name):
            switch namespace {
            case .local:
                Self.writeLocalName(name, isFirst: isFirst, to: &output)
                return
            case .user: output.append(contentsOf: "@USER.".utf8)
            case .resource: output.append(contentsOf: "@RESOURCE.".utf8)
            case .device: output.append(contentsOf: "@DEVICE.".utf8)
            }
            Self.writeName(name, to: &output)
        case .integer(let value, let notation):
            Self.write(value, notation, to: &output)
        case .string(let text):
            output.append(UInt8(ascii: "\""))
            output.append(contentsOf: String(decoding: text, as: UTF16.self).utf8)
            output.append(UInt8(ascii: "\""))
        case .octets(let octets):
            output.append(UInt8(ascii: "#"))
            for octet in octets { output.appendHexadecimalDigits(UInt64(octet), atLeast: 2) }
        case .sid(let sid):
            output.append(contentsOf: "SID(".utf8)
            SDDLAliases.write(sid, domain: domain, to: &output)
            output.append(UInt8(ascii: ")"))
        case .composite(let members):
            output.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(contentsOf: ", ".utf8) }
                member.write(domain: domain, to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// Appends a name; what a name cannot hold is written as `%` and four digits.
    static func writeName(_ name: [UInt16], to output: inout [UInt8]) {
        for unit in name {
            let isPlain =
                unit > 0x20 && unit < 0x7F
                && !"!\"%&(),<=>|".utf16.contains(unit)
            if isPlain {
                output.append(UInt8(truncatingIfNeeded: unit))
            } else {
                output.append(UInt8(ascii: "%"))
                output.appendHexadecimalDigits(UInt64(unit), atLeast: 4)
            }
        }
    }

    /// Appends a simple name; what would be read as an operator or a number begins with an escape.
    private static func writeLocalName(_ name: [UInt16], isFirst: Bool, to output: inout [UInt8]) {
        let isNumber = !isFirst && (name.first.map { (0x30...0x39).contains($0) } ?? false)
        let isWord = reservedNames.contains(String(decoding: name, as: UTF16.self).lowercased())
        for (index, unit) in name.enumerated() {
            let isLetter = (0x41...0x5A).contains(unit & 0xFFDF) || (0x30...0x39).contains(unit)
            let isPlain = unit < 0x7F && (isLetter || ":./_".utf16.contains(unit))
            if isPlain, index > 0 || !(isNumber || isWord) {
                output.append(UInt8(truncatingIfNeeded: unit))
            } else {
                output.append(UInt8(ascii: "%"))
                output.appendHexadecimalDigits(UInt64(unit), atLeast: 4)
            }
        }
    }

    private static let reservedNames: Set<String> = Set(
        ConditionalExpression.Operator.allCases.map { $0.word.lowercased() })

    /// Appends the text of an attribute's value; what could not be read again is written as `%` and four digits.
    static func writeValue(_ text: [UInt16], to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var plain: [UInt16] = []
        for unit in text {
            if unit != 0x22, unit != 0x25, unit >= 0x20, !(0xD800...0xDFFF).contains(unit) {
                plain.append(unit)
                continue
            }
            output.append(contentsOf: String(decoding: plain, as: UTF16.self).utf8)
            plain = []
            output.append(UInt8(ascii: "%"))
            output.appendHexadecimalDigits(UInt64(unit), atLeast: 4)
        }
        output.append(contentsOf: String(decoding: plain, as: UTF16.self).utf8)
        output.append(UInt8(ascii: "\""))
    }

    private static func write(_ value: Int64, _ notation: ConditionalExpression.Notation, to output: inout [UInt8]) {
        if notation.sign == 1 { output.append(UInt8(ascii: "+")) }
        if notation.sign == 2 || (notation.sign == 3 && value < 0) { output.append(UInt8(ascii: "-")) }
        switch notation.base {
        case 1: output.appendOctal(value.magnitude)
        case 3: output.appendHexadecimal(value.magnitude)
        default: output.appendDecimal(value.magnitude)
        }
    }
}

extension [UInt8] {
    /// Appends a leading zero and octal digits.
    fileprivate mutating func appendOctal(_ value: UInt64) {
        append(UInt8(ascii: "0"))
        let start = count
        var rest = value
        repeat {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest & 7))
            rest >>= 3
        } while rest > 0
        self[start...].reverse()
    }
}
