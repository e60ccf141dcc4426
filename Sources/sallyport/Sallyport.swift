import ArgumentParser

@main struct Sallyport: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sallyport", abstract: "Run a command in the sandbox.")
}
