/// The members of an object, or what an enumeration carries without labels.
struct EncodedMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let output: EncodedText
    /// The number of the next element of a list; nothing for an object.
    private var next: Int?
    var codingPath: [any CodingKey] { [] }

    init(_ output: EncodedText) {
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
