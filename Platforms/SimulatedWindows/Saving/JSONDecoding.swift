internal import ModelFamilies

/// Reads values out of JSON, and refuses members that nobody asks for, and second ones of a name.
struct JSONDecoding: Decoder, SingleValueDecodingContainer {
    private let json: JSONValue
    fileprivate let steps: JSONSteps?

    fileprivate init(_ json: JSONValue, _ steps: JSONSteps?) {
        self.json = json
        self.steps = steps
    }

    /// Reads a value.
    ///
    /// - Parameters:
    ///   - type: its type.
    ///   - json: the JSON.
    /// - Returns: the value.
    /// - Throws: ``MachineFileError`` with the place of what does not fit, not yet found in a text.
    static func value<Value: Decodable>(_ type: Value.Type, of json: JSONValue) throws(MachineFileError) -> Value {
        do {
            return try JSONDecoding(json, nil).decode(type)
        } catch let error as MachineFileError {
            throw error
        } catch DecodingError.keyNotFound(let key, let context) {
            throw MachineFileError(.member, JSONPath(context.codingPath + [key]))
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw MachineFileError(.member, JSONPath(context.codingPath))
        } catch DecodingError.dataCorrupted(let context) {
            throw MachineFileError(.value, JSONPath(context.codingPath))
        } catch {
            throw MachineFileError(.value, JSONPath())
        }
    }

    var codingPath: [any CodingKey] { steps?.keys ?? [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private func mismatch(_ type: Any.Type) -> DecodingError {
        .typeMismatch(type, .init(codingPath: codingPath, debugDescription: ""))
    }

    private func corrupted() -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: ""))
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try DecodedMembers(json, steps))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard let elements = json.array else { throw mismatch([Any].self) }
        return DecodedElements(elements, steps)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool { json == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard let value = json.bool else { throw mismatch(type) }
        return value
    }

    func decode(_ type: String.Type) throws -> String {
        guard let value = json.string else { throw mismatch(type) }
        return value
    }

    func decode(_ type: Double.Type) throws -> Double { throw mismatch(type) }

    func decode(_ type: Float.Type) throws -> Float { throw mismatch(type) }

    func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
        let number: Number?
        switch json {
        case .integer(let value): number = Number(exactly: value)
        // Beyond the largest signed number.
        case .number(let text): number = Number(text)
        default: throw mismatch(type)
        }
        guard let number else { throw corrupted() }
        return number
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        guard type == [UInt8].self else { return try type.init(from: self) }
        guard let bytes = ByteText.bytes(try decode(String.self)) as? Value else { throw corrupted() }
        return bytes
    }
}

/// The way down to a value; put together only when something is wrong there.
private final class JSONSteps {
    let outer: JSONSteps?
    let key: any CodingKey

    init(_ outer: JSONSteps?, _ key: any CodingKey) {
        self.outer = outer
        self.key = key
    }

    var keys: [any CodingKey] { (outer?.keys ?? []) + [key] }
}

/// The key of an element.
private struct ElementKey: CodingKey {
    let index: Int
    var stringValue: String { "\(index)" }
    var intValue: Int? { index }

    init(_ index: Int) { self.index = index }
    init?(intValue: Int) { index = intValue }
    init?(stringValue: String) { return nil }
}

extension JSONPath {
    fileprivate init(_ keys: [any CodingKey]) {
        self.init(keys.map { key in key.intValue.map { .element($0) } ?? .member(key.stringValue) })
    }
}

/// The members of an object, or what an enumeration carries without labels.
private struct DecodedMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let members: [JSONValue.Member]
    private let steps: JSONSteps?
    private let isTuple: Bool
    let allKeys: [Key]
    var codingPath: [any CodingKey] { steps?.keys ?? [] }

    init(_ json: JSONValue, _ steps: JSONSteps?) throws {
        self.steps = steps
        isTuple = JSONTuple.isTuple(Key.self)
        let found =
            isTuple
            ? json.array.map { elements in
                elements.enumerated().map { JSONValue.Member(name: "_\($0.offset)", value: $0.element) }
            } : json.members
        guard let found else {
            throw DecodingError.typeMismatch(
                [String: Any].self, .init(codingPath: steps?.keys ?? [], debugDescription: ""))
        }
        members = found
        var keys: [Key] = []
        for (index, member) in found.enumerated() {
            guard let key = Key(stringValue: member.name), !found[..<index].contains(where: { $0.name == member.name })
            else {
                let path = JSONPath(steps?.keys ?? [])
                throw MachineFileError(
                    .unknown, JSONPath(path.steps + [isTuple ? .element(index) : .member(member.name)]))
            }
            keys.append(key)
        }
        allKeys = keys
    }

    func contains(_ key: Key) -> Bool { members.contains { $0.name == key.stringValue } }

    private func value(_ key: Key) throws -> JSONDecoding {
        let step: any CodingKey = isTuple ? JSONTuple.index(of: key).map { ElementKey($0) } ?? key : key
        guard let member = members.first(where: { $0.name == key.stringValue }) else {
            throw DecodingError.keyNotFound(step, .init(codingPath: codingPath, debugDescription: ""))
        }
        return JSONDecoding(member.value, JSONSteps(steps, step))
    }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key).decodeNil() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(key).decode(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try value(key).decode(type) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try value(key).decode(type) }

    func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type, forKey key: Key) throws -> Number {
        try value(key).decode(type)
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try value(key).decode(type) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { try value(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try value(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        throw DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: ""))
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try value(key) }
}

/// The elements of a list.
private struct DecodedElements: UnkeyedDecodingContainer {
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
