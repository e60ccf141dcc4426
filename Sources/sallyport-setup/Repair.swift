internal import ArgumentParser
internal import LinuxPlatform
internal import SandboxModel

/// The subcommand `repair`.
struct Repair: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring everything that was installed back into force, for all users.",
        discussion: """
            EXAMPLES:
              sudo sallyport-setup repair        after 'nft flush ruleset', a damaged registry, a changed runner
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
