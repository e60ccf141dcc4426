import ArgumentParser

@main struct Setup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sallyport-setup", abstract: "Install or remove what only root can.")
}
