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
            let arguments = try RawArguments.own()
            if arguments.first == "run", let options = RunOptions.scan(arguments.dropFirst()) {
                try SandboxedRun(options: options).run()
            }
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch let failure as CommandFailure {
            failure.end()
        } catch {
            exit(withError: error)
        }
    }
}
