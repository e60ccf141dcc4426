internal import ArgumentParser
internal import LinuxPlatform
internal import SandboxModel

/// The subcommand `repair`.
struct Repair: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring everything that was installed back into force, for all users.",
        discussion: """
            To be used after 'nft flush ruleset', when the registry is damaged, or when the runner is not the one that \
            lies beside this program.

            EXAMPLES:
              sudo sallyport-setup repair
            """)

    @OptionGroup var format: OutputFormat

    func run() throws {
        let report = Report(operation: "repair", isDryRun: false, format: format)
        try report.attempt { () throws(SetupError) in
            try Privilege.require()
            try MachineRequirements.checkTools()
            var engine = try SetupSession.open(createsState: false)
            report.print(try engine.repair(), remarks: [])
        }
    }
}
