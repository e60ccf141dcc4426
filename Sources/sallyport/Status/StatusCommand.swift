import ArgumentParser

/// `sallyport status`: what is installed, and what the user granted.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show what is installed, and which files the sandbox may use.")

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let status = try SandboxStatus()
        try StandardOutput.write(json ? status.json.text : status.text)
    }
}
