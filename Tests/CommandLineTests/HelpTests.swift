import KernelStage
import Testing

/// Every program, and every command of one, explains itself: with an example, and in lines that fit a terminal.
struct HelpTests {
    /// One request for help.
    struct Request: CustomTestStringConvertible, Sendable {
        let program: String
        let words: [String]

        init(_ program: String, _ words: String...) {
            self.program = program
            self.words = words
        }

        var testDescription: String { ([program] + words).joined(separator: " ") }
    }

    private static let commands = ["run", "status", "revoke", "why", "sddl", "model", "sim", "validate", "court"]
    private static let requests =
        [Request("sallyport", "--help"), Request("sallyport", "-h"), Request("sallyport", "help")]
        + commands.flatMap { [Request("sallyport", $0, "--help"), Request("sallyport", "help", $0)] }
        + [Request("sallyport", "validate", "merge", "--help"), Request("sallyport-scenarios", "--help")]
        + [Request("sallyport-setup", "--help"), Request("sallyport-setup", "help")]
        + ["install", "status", "repair", "uninstall"].flatMap {
            [Request("sallyport-setup", $0, "--help"), Request("sallyport-setup", "help", $0)]
        }

    @Test(arguments: requests) func helpFitsAndHasAnExample(request: Request) throws {
        let end = try Program(name: request.program).run(request.words)
        #expect(end.status == 0 && end.errors.isEmpty, "\(end.errors)")
        let lines = end.output.split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines { #expect(line.count <= 80, "\(line)") }
        let head = try #require(lines.firstIndex { $0.lowercased().contains(/^examples?\b/) }, "\(end.output)")
        let example = lines[(head + 1)...].first { !$0.isEmpty }
        #expect(example?.contains(/^  \S/) == true, "\(end.output)")
    }

    @Test func theOverviewNamesEveryCommand() throws {
        let overview = try Program(name: "sallyport").run(["--help"]).output
        for command in Self.commands { #expect(overview.contains("\n\(command) "), "\(command)") }
    }

    /// The tables that say what may be asked for fit as well.
    @Test(arguments: [
        Request("sallyport", "sim", "designs"), Request("sallyport", "validate", "--design", "list"),
        Request("sallyport", "court", "--design", "list"), Request("sallyport", "validate", "--verbs"),
    ]) func listsFit(request: Request) throws {
        let end = try Program(name: request.program).run(request.words)
        #expect(end.status == 0 && end.errors.isEmpty, "\(end.errors)")
        for line in end.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
}
