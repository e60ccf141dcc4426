/// The elements of a list.
struct EncodedElements: UnkeyedEncodingContainer {
    let output: EncodedText
    private(set) var count = 0
    var codingPath: [any CodingKey] { [] }

    init(_ output: EncodedText) {
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
