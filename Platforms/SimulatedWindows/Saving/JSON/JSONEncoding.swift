/// Writes values as JSON on one line; members keep their order.
///
/// Bytes become text, and what an enumeration carries without labels becomes a list: `{"close":[8,260]}`.
struct JSONEncoding: Encoder {
    let output: EncodedText
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Writes a value.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - bytes: what the JSON is added to.
    /// - Throws: what the value throws; the values of a machine do not.
    static func write(_ value: some Encodable, to bytes: inout [UInt8]) throws {
        let output = EncodedText()
        try output.write(value)
        bytes += output.bytes
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(EncodedMembers(output))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { EncodedElements(output) }

    func singleValueContainer() -> any SingleValueEncodingContainer { EncodedValue(output: output) }
}
