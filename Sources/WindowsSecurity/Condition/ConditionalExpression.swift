/// The condition of a callback entry, in the postfix order in which it is stored.
///
/// Windows: the `ApplicationData` of a conditional entry, MS-DTYP 2.4.4.17.
public struct ConditionalExpression: Hashable, Sendable {
    /// Where an attribute is looked up.
    public enum Namespace: UInt8, Hashable, Sendable, CaseIterable {
        /// What the system itself notes on the token.
        case local = 0xF8
        /// The claims about the user, `@USER.`.
        case user = 0xF9
        /// The attributes of the object, `@RESOURCE.`.
        case resource = 0xFA
        /// The claims about the machine, `@DEVICE.`.
        case device = 0xFB
    }

    /// How a number was written; the binary form keeps it.
    public struct Notation: Hashable, Sendable {
        /// The width, 1 for 8 bits to 4 for 64 bits.
        public var width: UInt8
        /// 1 for `+`, 2 for `-`, 3 for none.
        public var sign: UInt8
        /// 1 for octal, 2 for decimal, 3 for hexadecimal.
        public var base: UInt8
    }

    /// A value or the name of one.
    public indirect enum Operand: Hashable, Sendable {
        /// An attribute, by the name that Windows keeps in UTF-16.
        case attribute(Namespace, [UInt16])
        /// A number.
        case integer(Int64, Notation)
        /// Text in UTF-16.
        case string([UInt16])
        /// Bytes.
        case octets([UInt8])
        /// An identifier.
        case sid(SID)
        /// Several values in braces.
        case composite([Operand])
    }

    /// What is done with the operands or results before it.
    public enum Operator: UInt8, Hashable, Sendable, CaseIterable {
        /// `==`
        case equal = 0x80
        /// `!=`
        case notEqual = 0x81
        /// `<`
        case less = 0x82
        /// `<=`
        case lessOrEqual = 0x83
        /// `>`
        case greater = 0x84
        /// `>=`
        case greaterOrEqual = 0x85
        /// `Contains`
        case contains = 0x86
        /// `Exists`
        case exists = 0x87
        /// `Any_of`
        case anyOf = 0x88
        /// `Member_of`
        case memberOf = 0x89
        /// `Device_Member_of`
        case deviceMemberOf = 0x8A
        /// `Member_of_Any`
        case memberOfAny = 0x8B
        /// `Device_Member_of_Any`
        case deviceMemberOfAny = 0x8C
        /// `Not_Exists`
        case notExists = 0x8D
        /// `Not_Contains`
        case notContains = 0x8E
        /// `Not_Any_of`
        case notAnyOf = 0x8F
        /// `Not_Member_of`
        case notMemberOf = 0x90
        /// `Not_Device_Member_of`
        case notDeviceMemberOf = 0x91
        /// `Not_Member_of_Any`
        case notMemberOfAny = 0x92
        /// `Not_Device_Member_of_Any`
        case notDeviceMemberOfAny = 0x93
        /// `&&`
        case and = 0xA0
        /// `||`
        case or = 0xA1
        /// `!`
        case not = 0xA2

        /// Compares or searches: two operands.
        var isRelation: Bool { rawValue <= 0x86 || self == .anyOf || self == .notContains || self == .notAnyOf }
        /// Asks for membership: one operand.
        var isMembership: Bool { (0x89...0x8C).contains(rawValue) || rawValue >= 0x90 && rawValue <= 0x93 }
        /// Stands behind two operands or results.
        var takesTwo: Bool { isRelation || self == .and || self == .or }
        /// Asks for existence: one attribute.
        var isExistence: Bool { self == .exists || self == .notExists }
    }

    /// One element of the postfix order.
    public enum Token: Hashable, Sendable {
        /// A value or the name of one.
        case operand(Operand)
        /// What is done with those before it.
        case operation(Operator)
    }

    /// The elements in postfix order; always one complete expression.
    public let tokens: [Token]

    /// How deep an expression may be nested.
    static let maximumDepth = 512

    /// Makes an expression, or nothing when the elements are not exactly one complete condition.
    ///
    /// - Parameter tokens: operands and operators in postfix order.
    public init?(tokens: [Token]) {
        /// An operand that is still to be used, or a result with its depth.
        enum Slot {
            case operand(isAttribute: Bool)
            case result(depth: Int)
        }
        var stack: [Slot] = []
        func asResult(_ slot: Slot?) -> Int? {
            switch slot {
            case .operand(isAttribute: true): 1
            case .result(let depth): depth
            default: nil
            }
        }
        for token in tokens {
            switch token {
            case .operand(.attribute): stack.append(.operand(isAttribute: true))
            case .operand: stack.append(.operand(isAttribute: false))
            case .operation(let operation):
                if operation == .not {
                    guard let depth = asResult(stack.popLast()), depth < Self.maximumDepth else { return nil }
                    stack.append(.result(depth: depth + 1))
                } else if operation == .and || operation == .or {
                    guard let right = asResult(stack.popLast()), let left = asResult(stack.popLast()) else {
                        return nil
                    }
                    stack.append(.result(depth: max(left, right)))
                } else if operation.isRelation {
                    guard case .operand = stack.popLast(), case .operand = stack.popLast() else { return nil }
                    stack.append(.result(depth: 1))
                } else if operation.isExistence {
                    guard case .operand(isAttribute: true) = stack.popLast() else { return nil }
                    stack.append(.result(depth: 1))
                } else {
                    guard case .operand = stack.popLast() else { return nil }
                    stack.append(.result(depth: 1))
                }
            }
        }
        guard stack.count == 1, asResult(stack[0]) != nil else { return nil }
        self.tokens = tokens
    }
}
