internal import JSON

/// The members of an object, or what an enumeration carries without labels.
struct DecodedMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
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
