internal import JSON

/// What is written so far.
final class EncodedText {
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
