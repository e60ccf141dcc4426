internal import ArgumentParser
internal import SandboxModel

/// The commands about scenarios; `sallyport validate` and `sallyport court` start this program.
@main struct ScenarioTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sallyport", abstract: "Perform attempts on every platform, and compare.",
        discussion: """
            examples:
              sallyport validate --platform windows
              sallyport court --design windows-elevated --design app-container
            """,
        version: "sallyport \(PackageVersion.current)",
        subcommands: [ValidateCommand.self, CourtCommand.self])

    /// What stands before a message about the command line, as before every other.
    static var _errorLabel: String { "sallyport" }

    /// Starts the program.
    ///
    /// A command that takes paths would take the name of a command below it for one of them, so that one is looked for first.
    static func main() {
        let words = Array(CommandLine.arguments.dropFirst())
        if words.starts(with: ["validate", "merge"]) {
            MergeCommand.main(Array(words.dropFirst(2)))
        } else {
            main(words)
        }
    }
}
