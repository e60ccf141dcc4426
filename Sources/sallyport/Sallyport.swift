import Glibc
import SandboxModel

/// The command line.
@main struct Sallyport {
    static func main() {
        StandardDescriptors.requireOpen()
        do throws(CommandFailure) {
            try dispatch(RawArguments.own())
        } catch {
            error.end()
        }
    }

    private static func dispatch(_ arguments: [String]) throws(CommandFailure) {
        let words = arguments.dropFirst()
        switch arguments.first {
        case "run":
            var reader = OptionReader(words, of: "run")
            if reader.wantsHelp { return try StandardOutput.write(HelpText.run) }
            try SandboxedRun(options: RunOptions(reading: &reader)).run()
        case "status": try StatusCommand.run(words)
        case "revoke": try RevokeCommand.run(words)
        case "why": try WhyCommand.run(words)
        case "sddl": try SDDLCommand.run(words)
        case "model": try ModelCommand.run(words)
        case "sim": try SimCommand.run(words)
        case "validate": try ScenarioTool.become("validate", words)
        case "court": try ScenarioTool.become("court", words)
        case "help":
            guard let command = words.first else { fallthrough }
            try dispatch([command, "--help"])
        case "--help", "-h": try StandardOutput.write(HelpText.overview)
        case "--version": try StandardOutput.write("sallyport \(PackageVersion.current)\n")
        case nil: throw CommandFailure(.usage, "there is no command", remedy: "see: sallyport --help")
        case .some(let other):
            throw CommandFailure(
                .usage, "there is no command \(PrintableText.quoted(other.utf8))", remedy: "see: sallyport --help")
        }
    }
}
