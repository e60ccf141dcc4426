internal import ArgumentParser

/// The commands about scenarios; `sallyport validate` and `sallyport court` start this program.
@main struct ScenarioTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sallyport", abstract: "Perform attempts on every platform, and compare.",
        subcommands: [ValidateCommand.self])
}
