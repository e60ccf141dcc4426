extension SDDLReader {
    /// Reads a condition in parentheses.
    mutating func readCondition() throws(ParseError) -> ConditionalExpression {
        skipBlanks()
        var tokens: [ConditionalExpression.Token] = []
        guard next == UInt8(ascii: "(") else { throw error(.condition) }
        try readTerm(into: &tokens, depth: 0)
        skipBlanks()
        guard let expression = ConditionalExpression(tokens: tokens) else { throw error(.condition) }
        return expression
    }

    /// Reads terms joined with `||`, each of factors joined with `&&`.
    private mutating func readDisjunction(
        into tokens: inout [ConditionalExpression.Token], depth: Int
    ) throws(ParseError) {
        try readConjunction(into: &tokens, depth: depth)
        while skipOperator("||") {
            try readConjunction(into: &tokens, depth: depth)
            tokens.append(.operation(.or))
        }
    }

    private mutating func readConjunction(
        into tokens: inout [ConditionalExpression.Token], depth: Int
    ) throws(ParseError) {
        try readTerm(into: &tokens, depth: depth)
        while skipOperator("&&") {
            try readTerm(into: &tokens, depth: depth)
            tokens.append(.operation(.and))
        }
    }

    private mutating func skipOperator(_ word: String) -> Bool {
        skipBlanks()
        return skip(word: word)
    }

    private mutating func readTerm(
        into tokens: inout [ConditionalExpression.Token], depth: Int
    ) throws(ParseError) {
        guard depth < ConditionalExpression.maximumDepth else { throw error(.depth) }
        skipBlanks()
        if next == UInt8(ascii: "!") {
            offset += 1
            skipBlanks()
            guard next == UInt8(ascii: "(") else { throw error(.condition) }
            try readTerm(into: &tokens, depth: depth + 1)
            tokens.append(.operation(.not))
        } else if skip(UInt8(ascii: "(")) {
            try readDisjunction(into: &tokens, depth: depth + 1)
            skipBlanks()
            try expect(UInt8(ascii: ")"))
        } else if let operation = readPrefixOperator() {
            skipBlanks()
            if operation.isExistence {
                tokens.append(.operand(try readAttributeName()))
            } else {
                tokens.append(.operand(try readMembers()))
            }
            tokens.append(.operation(operation))
        } else {
            tokens.append(.operand(try readAttributeName()))
            guard let operation = readRelation() else { return }
            skipBlanks()
            tokens.append(.operand(try readRightOperand()))
            tokens.append(.operation(operation))
        }
    }

    private static let prefixOperators: [(word: String, operation: ConditionalExpression.Operator)] = [
        ("Not_Device_Member_of_Any", .notDeviceMemberOfAny), ("Not_Device_Member_of", .notDeviceMemberOf),
        ("Not_Member_of_Any", .notMemberOfAny), ("Not_Member_of", .notMemberOf),
        ("Device_Member_of_Any", .deviceMemberOfAny), ("Device_Member_of", .deviceMemberOf),
        ("Member_of_Any", .memberOfAny), ("Member_of", .memberOf), ("Not_Exists", .notExists), ("Exists", .exists),
    ]

    /// Reads an operator that stands before its operand; something that cannot be part of a name must follow.
    private mutating func readPrefixOperator() -> ConditionalExpression.Operator? {
        let start = offset
        for (word, operation) in Self.prefixOperators where skip(word: word) {
            if Self.isBlank(next)
                || (!operation.isExistence && (next == UInt8(ascii: "{") || next == UInt8(ascii: "(")))
            {
                return operation
            }
            offset = start
        }
        return nil
    }

    private static let relations: [(word: String, operation: ConditionalExpression.Operator)] = [
        ("==", .equal), ("!=", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<", .less),
        (">", .greater),
    ]

    private static let searches: [(word: String, operation: ConditionalExpression.Operator)] = [
        ("Contains", .contains), ("Any_of", .anyOf), ("Not_Contains", .notContains), ("Not_Any_of", .notAnyOf),
    ]

    private mutating func readRelation() -> ConditionalExpression.Operator? {
        let hadBlank = Self.isBlank(next)
        let start = offset
        skipBlanks()
        for (word, operation) in Self.relations where skip(word: word) { return operation }
        guard hadBlank else {
            offset = start
            return nil
        }
        let wordStart = offset
        for (word, operation) in Self.searches where skip(word: word) {
            if Self.isBlank(next) || next == UInt8(ascii: "{") || next == UInt8(ascii: "@")
                || next == UInt8(ascii: "\"")
            {
                return operation
            }
            offset = wordStart
        }
        offset = start
        return nil
    }

    /// Reads the operand of a membership test: an identifier, several in braces, or either in parentheses.
    private mutating func readMembers() throws(ParseError) -> ConditionalExpression.Operand {
        var depth = 0
        while skip(UInt8(ascii: "(")) {
            depth += 1
            skipBlanks()
        }
        let operand = try readValues()
        for _ in 0..<depth {
            skipBlanks()
            try expect(UInt8(ascii: ")"))
        }
        return operand
    }

    /// Reads values, or the name of an attribute behind its namespace; a simple name may stand on the left side only.
    ///
    /// MS-DTYP 2.5.1.1: `attr-name2`.
    private mutating func readRightOperand() throws(ParseError) -> ConditionalExpression.Operand {
        next == UInt8(ascii: "@") ? try readAttributeName() : try readValues()
    }

    /// Reads one value, or several in braces.
    private mutating func readValues() throws(ParseError) -> ConditionalExpression.Operand {
        guard skip(UInt8(ascii: "{")) else { return try readValue() }
        var members: [ConditionalExpression.Operand] = []
        skipBlanks()
        if skip(UInt8(ascii: "}")) { return .composite([]) }
        while true {
            skipBlanks()
            members.append(try readValue())
            skipBlanks()
            if skip(UInt8(ascii: "}")) { return .composite(members) }
            try expect(UInt8(ascii: ","))
        }
    }
}
