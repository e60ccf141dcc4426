import SandboxModel
import Testing

/// What reports for programs look like.
struct JSONOutputTests {
    private let value = JSONOutput.object([
        ("a\"b", .array([.number(-1), .boolean(true), .boolean(false), JSONOutput(nil), JSONOutput("\n\u{1b}")])),
        ("nothing", .object([])), ("none", .array([])),
    ])

    @Test func oneLine() {
        #expect(value.line == #"{"a\"b": [-1, true, false, null, "\n\u001b"], "nothing": {}, "none": []}"#)
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
}
