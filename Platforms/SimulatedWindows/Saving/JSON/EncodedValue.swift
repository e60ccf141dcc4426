/// One value.
struct EncodedValue: SingleValueEncodingContainer {
    let output: EncodedText
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { output.bytes += "null".utf8 }
    func encode(_ value: Bool) { output.bytes += (value ? "true" : "false").utf8 }
    func encode(_ value: String) { output.write(value) }
    func encode(_ value: Double) { output.bytes += String(value).utf8 }
    func encode(_ value: Float) { output.bytes += String(value).utf8 }
    func encode(_ value: some FixedWidthInteger & Encodable) { output.bytes += String(value).utf8 }
    func encode(_ value: some Encodable) throws { try output.write(value) }
}
