internal import ModelFamilies

/// Writes values as JSON on one line; members keep their order.
///
/// Bytes become text, and what an enumeration carries without labels becomes a list: `{"close":[8,260]}`.
struct JSONEncoding: Encoder {
    /// What is written so far.
    fileprivate final class Output {
        var bytes: [UInt8] = []
        /// What ends the objects and lists of the value that is being written.
        var closing: [UInt8] = []

        /// Writes a value and ends what it began.
        func write<Value: Encodable>(_ value: Value) throws {
            // An empty list of anything could be cast to bytes.
            if Value.self == [UInt8].self, let bytes = value as? [UInt8] { return write(ByteText.text(bytes)) }
            let outer = closing
            closing = []
            try value.encode(to: JSONEncoding(output: self))
            bytes += closing.reversed()
            closing = outer
        }

        func write(_ text: String) { JSONValue.write(text, to: &bytes) }

        func begin(_ opening: Character, _ end: Character) {
            bytes += String(opening).utf8
            closing += String(end).utf8
        }

        /// Writes a comma unless this is the first of its kind.
        func separate() {
            if let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") {
                bytes.append(UInt8(ascii: ","))
            }
        }
    }

    fileprivate let output: Output
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Writes a value.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - bytes: what the JSON is added to.
    /// - Throws: what the value throws; the values of a machine do not.
    static func write(_ value: some Encodable, to bytes: inout [UInt8]) throws {
        let output = Output()
        try output.write(value)
        bytes += output.bytes
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(EncodedMembers(output))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { EncodedElements(output) }

    func singleValueContainer() -> any SingleValueEncodingContainer { EncodedValue(output: output) }
}

/// One value.
private struct EncodedValue: SingleValueEncodingContainer {
    let output: JSONEncoding.Output
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { output.bytes += "null".utf8 }
    func encode(_ value: Bool) { output.bytes += (value ? "true" : "false").utf8 }
    func encode(_ value: String) { output.write(value) }
    func encode(_ value: Double) { output.bytes += String(value).utf8 }
    func encode(_ value: Float) { output.bytes += String(value).utf8 }
    func encode(_ value: some FixedWidthInteger & Encodable) { output.bytes += String(value).utf8 }
    func encode(_ value: some Encodable) throws { try output.write(value) }
}

/// The members of an object, or what an enumeration carries without labels.
private struct EncodedMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let output: JSONEncoding.Output
    /// The number of the next element of a list; nothing for an object.
    private var next: Int?
    var codingPath: [any CodingKey] { [] }

    init(_ output: JSONEncoding.Output) {
        self.output = output
        next = JSONTuple.isTuple(Key.self) ? 0 : nil
        if next == nil { output.begin("{", "}") } else { output.begin("[", "]") }
    }

    private mutating func value(_ key: Key) -> EncodedValue {
        if let first = next, let index = JSONTuple.index(of: key) {
            for _ in first..<max(first, index) {
                output.separate()
                output.bytes += "null".utf8
            }
            output.separate()
            next = index + 1
        } else {
            output.separate()
            output.write(key.stringValue)
            output.bytes.append(UInt8(ascii: ":"))
        }
        return EncodedValue(output: output)
    }

    mutating func encodeNil(forKey key: Key) { value(key).encodeNil() }
    mutating func encode(_ member: Bool, forKey key: Key) { value(key).encode(member) }
    mutating func encode(_ member: String, forKey key: Key) { value(key).encode(member) }
    mutating func encode(_ member: Double, forKey key: Key) { value(key).encode(member) }
    mutating func encode(_ member: Float, forKey key: Key) { value(key).encode(member) }
    mutating func encode(_ member: some FixedWidthInteger & Encodable, forKey key: Key) { value(key).encode(member) }
    mutating func encode(_ member: some Encodable, forKey key: Key) throws { try value(key).encode(member) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        _ = value(key)
        return KeyedEncodingContainer(EncodedMembers<Nested>(output))
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        _ = value(key)
        return EncodedElements(output)
    }

    mutating func superEncoder() -> any Encoder { JSONEncoding(output: output) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { JSONEncoding(output: value(key).output) }
}

/// The elements of a list.
private struct EncodedElements: UnkeyedEncodingContainer {
    let output: JSONEncoding.Output
    private(set) var count = 0
    var codingPath: [any CodingKey] { [] }

    init(_ output: JSONEncoding.Output) {
        self.output = output
        output.begin("[", "]")
    }

    private mutating func value() -> EncodedValue {
        output.separate()
        count += 1
        return EncodedValue(output: output)
    }

    mutating func encodeNil() { value().encodeNil() }
    mutating func encode(_ element: Bool) { value().encode(element) }
    mutating func encode(_ element: String) { value().encode(element) }
    mutating func encode(_ element: Double) { value().encode(element) }
    mutating func encode(_ element: Float) { value().encode(element) }
    mutating func encode(_ element: some FixedWidthInteger & Encodable) { value().encode(element) }
    mutating func encode(_ element: some Encodable) throws { try value().encode(element) }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        KeyedEncodingContainer(EncodedMembers<Nested>(value().output))
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { EncodedElements(value().output) }
    mutating func superEncoder() -> any Encoder { JSONEncoding(output: value().output) }
}
