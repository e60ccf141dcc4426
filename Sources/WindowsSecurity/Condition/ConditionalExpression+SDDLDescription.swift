extension ConditionalExpression: CustomStringConvertible {
    /// The condition as Windows prints it, every part in parentheses.
    public var description: String {
        var output: [UInt8] = []
        write(domain: nil, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Something that is still to be written.
    private enum Pending {
        /// The part whose last token has this index.
        case expression(endingAt: Int)
        /// A text.
        case text(String)
    }

    /// Appends the condition from left to right; what is still to come waits on a stack of its own.
    func write(domain: SID?, to output: inout [UInt8]) {
        let starts = starts()
        output.append(UInt8(ascii: "("))
        var pending: [Pending] = [.text(")"), .expression(endingAt: tokens.count - 1)]
        while let next = pending.popLast() {
            switch next {
            case .text(let text): output.append(contentsOf: text.utf8)
            case .expression(let end):
                switch tokens[end] {
                case .operand(let operand):
                    operand.write(domain: domain, to: &output)
                case .operation(.not): pending += [.text(")"), .expression(endingAt: end - 1), .text("!(")]
                case .operation(let operation) where operation == .and || operation == .or:
                    pending += [
                        .text(")"), .expression(endingAt: end - 1), .text(") \(operation.word) ("),
                        .expression(endingAt: starts[end - 1] - 1), .text("("),
                    ]
                case .operation(let operation) where operation.isRelation:
                    pending += [
                        .expression(endingAt: end - 1), .text(" \(operation.word) "),
                        .expression(endingAt: starts[end - 1] - 1),
                    ]
                case .operation(let operation):
                    pending += [.expression(endingAt: end - 1), .text("\(operation.word) ")]
                }
            }
        }
    }

    /// For each element the index of the first one of the expression that ends there.
    private func starts() -> [Int] {
        var starts: [Int] = []
        starts.reserveCapacity(tokens.count)
        for (index, token) in tokens.enumerated() {
            switch token {
            case .operand: starts.append(index)
            case .operation(let operation):
                let last = starts[index - 1]
                starts.append(operation.takesTwo ? starts[last - 1] : last)
            }
        }
        return starts
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
        case .deviceMemberOfAny: "Device_Member_of_any"
        case .notExists: "Not_Exists"
        case .notContains: "Not_Contains"
        case .notAnyOf: "Not_Any_of"
        case .notMemberOf: "Not_Member_of"
        case .notDeviceMemberOf: "Not_Device_Member_of"
        case .notMemberOfAny: "Not_Member_of_any"
        case .notDeviceMemberOfAny: "Not_Device_Member_of_any"
        case .and: "&&"
        case .or: "||"
        case .not: "!"
        }
    }
}

extension ConditionalExpression.Operand {
    func write(domain: SID?, to output: inout [UInt8]) {
        switch self {
        case .attribute(let namespace, let name):
            switch namespace {
            case .local:
                Self.writeLocalName(name, to: &output)
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

    /// Appends a simple name; what would be read as an operator begins with an escape.
    private static func writeLocalName(_ name: [UInt16], to output: inout [UInt8]) {
        let isWord = reservedNames.contains(String(decoding: name, as: UTF16.self).lowercased())
        for (index, unit) in name.enumerated() {
            let isLetter = (0x41...0x5A).contains(unit & 0xFFDF) || (0x30...0x39).contains(unit)
            let isPlain = unit < 0x7F && (isLetter || ":./_".utf16.contains(unit))
            if isPlain, index > 0 || !isWord {
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
        if notation.sign == 2 { output.append(UInt8(ascii: "-")) }
        // Written without a sign, a number has all 64 bits.
        let magnitude = notation.sign == 3 ? UInt64(bitPattern: value) : value.magnitude
        switch notation.base {
        case 1: output.appendOctal(magnitude)
        case 3: output.appendHexadecimal(magnitude)
        default: output.appendDecimal(magnitude)
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
