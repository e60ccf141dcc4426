internal import JSON

/// Reads values out of JSON, and refuses members that nobody asks for, and second ones of a name.
struct JSONDecoding: Decoder, SingleValueDecodingContainer {
    private let json: JSONValue
    private let steps: JSONSteps?

    init(_ json: JSONValue, _ steps: JSONSteps?) {
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
