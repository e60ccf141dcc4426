extension ConditionContext {
    /// Compares two operands; a missing attribute or different types cannot be told.
    func relation(
        _ operation: ConditionalExpression.Operator, _ left: ConditionalExpression.Operand,
        _ right: ConditionalExpression.Operand
    ) -> ConditionResult {
        guard let (leftValues, leftCase) = values(of: left), let (rightValues, rightCase) = values(of: right) else {
            return .unknown
        }
        let isCaseSensitive = leftCase || rightCase
        guard areComparable(leftValues, rightValues) else { return .unknown }
        let first = leftValues.map { Self.normalize($0, isCaseSensitive) }
        let second = rightValues.map { Self.normalize($0, isCaseSensitive) }
        switch operation {
        case .equal: return ConditionResult(Set(first) == Set(second))
        case .notEqual: return ConditionResult(Set(first) != Set(second))
        case .contains: return ConditionResult(Set(first).isSuperset(of: second))
        case .notContains: return ConditionResult(!Set(first).isSuperset(of: second))
        case .anyOf: return ConditionResult(!Set(first).isDisjoint(with: second))
        case .notAnyOf: return ConditionResult(Set(first).isDisjoint(with: second))
        default:
            guard first.count == 1, second.count == 1, let order = Self.order(first[0], second[0]) else {
                return .unknown
            }
            switch operation {
            case .less: return ConditionResult(order < 0)
            case .lessOrEqual: return ConditionResult(order <= 0)
            case .greater: return ConditionResult(order > 0)
            default: return ConditionResult(order >= 0)
            }
        }
    }

    private func areComparable(_ left: [Value], _ right: [Value]) -> Bool {
        func kind(_ value: Value) -> Int {
            switch value {
            case .number, .unsigned: 0
            case .text: 1
            case .octets: 2
            case .sid: 3
            }
        }
        return Set((left + right).map(kind)).count <= 1
    }

    /// One form for equal values: numbers signed where they fit, text in lower case unless case counts.
    private static func normalize(_ value: Value, _ isCaseSensitive: Bool) -> Value {
        switch value {
        case .unsigned(let number): Int64(exactly: number).map { .number($0) } ?? value
        case .text(let text): isCaseSensitive ? value : .text(fold(text))
        default: value
        }
    }

    /// Negative, zero or positive like the difference; nothing for identifiers, which have no order.
    private static func order(_ left: Value, _ right: Value) -> Int? {
        switch (left, right) {
        case (.number(let left), .number(let right)): left < right ? -1 : left > right ? 1 : 0
        case (.unsigned(let left), .unsigned(let right)): left < right ? -1 : left > right ? 1 : 0
        case (.number, .unsigned): -1
        case (.unsigned, .number): 1
        case (.text(let left), .text(let right)):
            left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
        case (.octets(let left), .octets(let right)):
            left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
        default: nil
        }
    }
}
