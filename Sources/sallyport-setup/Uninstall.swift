internal import ArgumentParser
internal import LinuxPlatform
internal import SandboxModel

/// The subcommand `uninstall`.
struct Uninstall: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put everything back to what was there before, for all users.",
        discussion: """
            Sandboxed commands that still run are ended. Groups, accounts and files that were there before setup came stay.

            EXAMPLES:
              sudo sallyport-setup uninstall --dry-run
              sudo sallyport-setup uninstall
            """)

    @Flag(help: "Say what would be done, and change nothing.")
    var dryRun = false

    @OptionGroup var format: OutputFormat

    func run() throws {
        let report = Report(operation: "uninstall", isDryRun: dryRun, format: format)
        try report.attempt { () throws(SetupError) in
            try Privilege.require()
            var engine = try SetupSession.open(createsState: false)
            let outcomes = dryRun ? engine.previewUninstall() : try engine.uninstall()
            report.print(outcomes, remarks: outcomes.isEmpty ? ["Nothing is installed."] : [])
        }
    }
}
