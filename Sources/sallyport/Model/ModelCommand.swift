import ArgumentParser
import ModelFamilies

/// `sallyport model`: answers vectors of the authorization model, line by line.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "Answer questions about the Windows authorization model.",
        discussion: """
            Reads JSON objects with `id` and `input` from standard input, one a line, and writes one line for each:
            `{"id":..., "result":{...}}`, or `{"id":..., "error":{...}}` for a line that cannot be read. The families and
            their members are described in Fixtures/vectors/README.md.
            """)

    @Argument(help: "The family of the questions: \(ModelFamily.allCases.map(\.rawValue).joined(separator: ", ")).")
    var family: String

    func run() throws {
        guard let family = ModelFamily(rawValue: family) else {
            throw CommandFailure(
                .usage, "no family of questions is called \(family)",
                remedy: "list the families: sallyport model --help")
        }
        while let line = readLine() {
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            try StandardOutput.write(family.answer(line: line) + "\n")
        }
    }
}
