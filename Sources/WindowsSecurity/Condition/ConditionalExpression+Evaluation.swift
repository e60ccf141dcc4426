/// The result of a condition: what cannot be told is neither true nor false.
///
/// Windows: `TRUE`, `FALSE` and `UNKNOWN` of MS-DTYP 2.4.4.17.5.
public enum ConditionResult: Hashable, Sendable {
    /// The condition holds.
    case `true`
    /// The condition does not hold.
    case `false`
    /// An attribute is missing or has the wrong type.
    case unknown

    init(_ value: Bool) { self = value ? .true : .false }

    var negated: ConditionResult {
        switch self {
        case .true: .false
        case .false: .true
        case .unknown: .unknown
        }
    }
}

extension ConditionalExpression {
    /// Evaluates application data; what is not a condition cannot be told.
    static func evaluate(_ bytes: [UInt8], in context: ConditionContext) -> ConditionResult {
        guard let expression = ConditionalExpression(binary: bytes) else { return .unknown }
        return expression.evaluate(in: context)
    }

    /// Evaluates the condition for a token against a descriptor, as the ordinary walk does.
    ///
    /// - Parameters:
    ///   - token: whose groups and claims are asked for.
    ///   - descriptor: whose resource attributes are asked for.
    /// - Returns: whether the condition holds, or that it cannot be told.
    public func evaluate(token: AccessToken, descriptor: SecurityDescriptor) -> ConditionResult {
        evaluate(in: ConditionContext(token: token, descriptor: descriptor, pass: .ordinary))
    }

    func evaluate(in context: ConditionContext) -> ConditionResult {
        enum Slot {
            /// An operand that is still to be used.
            case operand(Operand)
            /// What a part of the condition came to.
            case result(ConditionResult)
        }
        var stack: [Slot] = []
        func popResult() -> ConditionResult {
            switch stack.popLast() {
            case .result(let result): result
            case .operand(let operand): context.truth(of: operand)
            case nil: .unknown
            }
        }
        func popOperand() -> Operand? {
            if case .operand(let operand) = stack.popLast() { operand } else { nil }
        }
        for token in tokens {
            guard case .operation(let operation) = token else {
                if case .operand(let operand) = token { stack.append(.operand(operand)) }
                continue
            }
            let result: ConditionResult
            switch operation {
            case .not: result = popResult().negated
            case .and:
                let (right, left) = (popResult(), popResult())
                result = left == .false || right == .false ? .false : left == .true && right == .true ? .true : .unknown
            case .or:
                let (right, left) = (popResult(), popResult())
                result = left == .true || right == .true ? .true : left == .false && right == .false ? .false : .unknown
            case .exists: result = popOperand().map { ConditionResult(context.exists($0)) } ?? .unknown
            case .notExists: result = popOperand().map { ConditionResult(!context.exists($0)) } ?? .unknown
            default:
                guard let right = popOperand() else { return .unknown }
                if operation.isMembership {
                    result = context.membership(operation, right)
                } else {
                    guard let left = popOperand() else { return .unknown }
                    result = context.relation(operation, left, right)
                }
            }
            stack.append(.result(result))
        }
        return popResult()
    }
}
