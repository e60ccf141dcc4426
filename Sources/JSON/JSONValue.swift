/// A JSON value; objects keep the order of their members.
public enum JSONValue: Hashable, Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number without fraction.
    case integer(Int)
    /// A number with a fraction or an exponent, as it was written.
    case number(String)
    /// Text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// Members in their order.
    case object([Member])

    /// One member of an object.
    public struct Member: Hashable, Sendable {
        /// The name.
        public var name: String
        /// The value.
        public var value: JSONValue

        /// Makes a member.
        ///
        /// - Parameters:
        ///   - name: the name.
        ///   - value: the value.
        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The value of a member, or nothing when this is no object or has no such member.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text, when this is text.
    public var string: String? { if case .string(let text) = self { text } else { nil } }
    /// The truth value, when this is one.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// The number, when this is one without fraction.
    public var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    /// The elements, when this is a list.
    public var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
    /// The members, when this is an object.
    public var members: [Member]? { if case .object(let members) = self { members } else { nil } }

    /// Makes an object of its members.
    ///
    /// - Parameter members: names and values in their order.
    /// - Returns: the object.
    public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member(name: $0.key, value: $0.value) })
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral
{
    /// Makes text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// Makes a truth value.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Makes a number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// Makes a list.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}
