import KernelStage
import Testing

/// Messages are coloured on a terminal that wants colours, and nowhere else.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct ColourTests {
    private static let onATerminal = "script -qec 'sallyport frobnicate' /dev/null"

    @Test func coloursAreForTerminalsThatWantThem() throws {
        let table = [
            ("TERM=xterm \(Self.onATerminal)", true), ("TERM=xterm NO_COLOR= \(Self.onATerminal)", true),
            ("TERM=xterm NO_COLOR=1 \(Self.onATerminal)", false), ("TERM=dumb \(Self.onATerminal)", false),
            ("TERM=xterm sallyport frobnicate 2>&1", false),
        ]
        let attempts = try Stage(programs: ["sallyport"]).attempt(table.map(\.0))
        for (attempt, (line, isColoured)) in zip(attempts, table) {
            #expect(attempt.output.contains("there is no command 'frobnicate'"), "\(line): \(attempt)")
            #expect(attempt.output.contains("\u{1B}[") == isColoured, "\(line): \(attempt)")
        }
    }

    /// Who types has to know that the program waits, and what happened when the time was up.
    @Test func aPersonIsToldWhatAProgramKnows() throws {
        let attempts = try Stage(programs: ["sallyport", "sallyport-command-runner"]).attempt([
            "printf 'O:BA\\n\\4' | script -qec 'sallyport sddl -' /dev/null", "printf 'O:BA' | sallyport sddl -",
            "script -qec 'sallyport run --level unelevated --timeout 0.1 -- sleep 60' /dev/null",
            "sallyport run --level unelevated --timeout 0.1 -- sleep 60",
        ])
        #expect(attempts[0].output.contains("Ctrl-D"), "\(attempts[0])")
        #expect(attempts[1].text == "O:BA" && attempts[1].errors.allSatisfy(\.isWhitespace), "\(attempts[1])")
        #expect(attempts[2].status == 192 && attempts[2].output.contains("the time was up"), "\(attempts[2])")
        #expect(attempts[3].status == 192 && attempts[3].errors.allSatisfy(\.isWhitespace), "\(attempts[3])")
    }
}
