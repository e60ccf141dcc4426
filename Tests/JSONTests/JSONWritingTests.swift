import JSON
import Testing

/// What values look like as text, and that they are read as themselves.
struct JSONWritingTests {
    private let value = JSONValue.object([
        "a\"b": .array([-1, true, false, .null, "\n\u{1b}"]), "nothing": .object([:]), "none": [],
    ])

    @Test func oneLine() {
        #expect("\(value)" == #"{"a\"b":[-1,true,false,null,"\n\u001b"],"nothing":{},"none":[]}"#)
    }

    @Test func manyLines() {
        let text = #"""
            {
              "a\"b": [
                -1,
                true,
                false,
                null,
                "\n\u001b"
              ],
              "nothing": {},
              "none": []
            }

            """#
        #expect(value.text == text)
    }

    @Test func controlCharactersAreEscaped() {
        let text = JSONValue.string("\u{0}\u{1B}\u{7F}\u{9B}\"\\\n\u{1F600}").description
        #expect(text == "\"\\u0000\\u001b\\u007f\\u009b\\\"\\\\\\n\u{1F600}\"")
    }

    /// Every character of one unit beside those around it: what a terminal might obey is escaped, and nothing else changes.
    @Test func everyCharacterIsReadAsItself() throws {
        for scalar in (0..<0x300 as Range<UInt32>).compactMap(Unicode.Scalar.init) {
            let text = "é\(Character(scalar))\u{85}é"
            let written = "\(JSONValue.string(text))"
            #expect(try JSONValue(parsing: written) == .string(text), "\(scalar.value)")
            let isPlain = written.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
            #expect(isPlain, "\(scalar.value)")
        }
    }
}
