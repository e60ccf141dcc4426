internal import ArgumentParser
internal import LinuxPlatform
internal import SandboxModel

/// The subcommand `install`.
struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Install, and enrol one real user; what is in force already is left alone.",
        discussion: """
            EXAMPLES:
              sudo sallyport-setup install --for-user alice --dry-run
              sudo sallyport-setup install --for-user alice
              sudo sallyport-setup install --for-user bob     a second user, with own ids
            """)

    @Option(
        name: .customLong("for-user"),
        help: ArgumentHelp("The login name of the person whose commands are to be sandboxed.", valueName: "name"))
    var user: String

    @Flag(help: "Say what would be done, and change nothing.")
    var dryRun = false

    @OptionGroup var format: OutputFormat

    func run() throws {
        let report = Report(operation: "install", isDryRun: dryRun, format: format)
        try report.attempt { () throws(SetupError) in
            try Privilege.require()
            let found = try UserLookup.find(user)
            let remarks = try MachineRequirements.check(for: found)
            try SetupSession.checkRegistry()
            let plan = SetupPlan.documented(for: found.user)
            let outcomes = dryRun ? try preview(plan) : try install(plan)
            report.print(outcomes, remarks: remarks + (dryRun ? [] : advice(outcomes, for: found.user)))
        }
    }

    private func preview(_ plan: SetupPlan) throws(SetupError) -> [SetupOutcome] {
        var engine = try SetupSession.open(createsState: false)
        return try engine.preview(plan)
    }

    private func install(_ plan: SetupPlan) throws(SetupError) -> [SetupOutcome] {
        var engine = try SetupSession.open(createsState: true)
        do throws(SetupError) {
            return try engine.install(plan)
        } catch {
            // Nothing was begun: the state directory that was made for it goes as well.
            if engine.recorded.isEmpty { _ = try? engine.uninstall() }
            throw error
        }
    }

    private func advice(_ outcomes: [SetupOutcome], for user: RealUser) -> [String] {
        guard outcomes.contains(SetupOutcome(.addMember(user, .launch), .apply)) else { return [] }
        return [
            "\(user.name) has to log in again, or open a shell with '\(SandboxGroup.launch.shellCommand)', for the group to count."
        ]
    }
}
