internal import ArgumentParser
internal import LinuxPlatform
internal import SandboxModel

/// The subcommand `status`.
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what is in force now; exit status 0 only when everything is.",
        discussion: """
            What is shown is what a look at the machine finds, never what setup remembers.

            EXAMPLES:
              sudo sallyport-setup status
              sudo sallyport-setup status --json
            """)

    @OptionGroup var format: OutputFormat

    func run() throws {
        let report = Report(operation: "status", isDryRun: false, format: format)
        var isComplete = false
        try report.attempt { () throws(SetupError) in
            try Privilege.require()
            var engine = try SetupSession.open(createsState: false)
            let statuses = try engine.verify(.documented(for: nil))
            report.print(statuses)
            // Without an enrolled user nobody can launch anything: that is not an installation.
            isComplete = statuses.allSatisfy { $0.state == .inForce } && statuses.contains { $0.effect.user != nil }
        }
        if !isComplete { throw ExitCode(1) }
    }
}
