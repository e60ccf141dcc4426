import ArgumentParser
import Glibc

/// The command line.
@main struct Sallyport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sallyport", abstract: "Run a command in the sandbox.",
        subcommands: [
            RunCommand.self, StatusCommand.self, RevokeCommand.self, ModelCommand.self, SDDLCommand.self,
            WhyCommand.self,
        ])

    static func main() {
        StandardDescriptors.requireOpen()
        do {
            var command = try parseAsRoot(RawArguments.own())
            try command.run()
        } catch let failure as CommandFailure {
            failure.end()
        } catch {
            exit(withError: error)
        }
    }
}
