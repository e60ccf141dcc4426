import SandboxModel
import Testing

@Suite struct PrintableTextTests {
    @Test(arguments: [
        ("é 漢 👍", "'é 漢 👍'"),
        ("a\u{1B}[2K", "'a\\x1b[2K'"),
        ("a\u{9B}2K", "'a\\xc2\\x9b2K'"),
        ("a\u{202E}b", "'a\\xe2\\x80\\xaeb'"),
        ("a\u{2028}b", "'a\\xe2\\x80\\xa8b'"),
        ("a\u{FFFE}", "'a\\xef\\xbf\\xbe'"),
        ("a\nb", "'a\\nb'"),
    ])
    func quotedNamesCannotSpeakToTheTerminal(name: String, shown: String) {
        #expect(PrintableText.quoted(Array(name.utf8)) == shown)
    }

    @Test func plainTextKeepsItsLinesAndLetters() {
        #expect(PrintableText.plain("é: \u{9B}2K\u{1B}\nsee 👍\r") == "é: \\xc2\\x9b2K\\x1b\nsee 👍\\r")
    }
}
