internal import JSON

/// The elements of a list.
struct DecodedElements: UnkeyedDecodingContainer {
    private let elements: [JSONValue]
    private let steps: JSONSteps?
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { steps?.keys ?? [] }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    init(_ elements: [JSONValue], _ steps: JSONSteps?) {
        self.elements = elements
        self.steps = steps
    }

    private mutating func next() throws -> JSONDecoding {
        let step = JSONSteps(steps, ElementKey(currentIndex))
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(JSONValue.self, .init(codingPath: step.keys, debugDescription: ""))
        }
        defer { currentIndex += 1 }
        return JSONDecoding(elements[currentIndex], step)
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, elements[currentIndex] == .null else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode(_ type: String.Type) throws -> String {
        // The names of a million files need no way down.
        if !isAtEnd, case .string(let text) = elements[currentIndex] {
            currentIndex += 1
            return text
        }
        return try next().decode(type)
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool { try next().decode(type) }
    mutating func decode(_ type: Double.Type) throws -> Double { try next().decode(type) }
    mutating func decode(_ type: Float.Type) throws -> Float { try next().decode(type) }
    mutating func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
        try next().decode(type)
    }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().decode(type) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> { try next().container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try next() }
}
