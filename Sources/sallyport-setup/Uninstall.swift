internal import ArgumentParser
internal import LinuxPlatform
internal import SandboxModel

/// The subcommand `uninstall`.
struct Uninstall: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put everything back to what was there before, for all users or what was done for one.",
        discussion: """
            Sandboxed commands that still run are ended. Groups, accounts and files that were there before setup came stay.
            With --for-user only that user loses the sandbox, and only that user's commands are ended; the entries that it set
            on their files are theirs to revoke, and the group ids that those name go to nobody else until everything is
            uninstalled.

            EXAMPLES:
              sudo sallyport-setup uninstall --dry-run
              sudo sallyport-setup uninstall
              sudo sallyport-setup uninstall --for-user bob
            """)

    @Option(
        name: .customLong("for-user"),
        help: ArgumentHelp("The login name of the one person who is to lose the sandbox.", valueName: "name"))
    var user: String?

    @Flag(help: "Say what would be done, and change nothing.")
    var dryRun = false

    @OptionGroup var format: OutputFormat

    func run() throws {
        let report = Report(operation: "uninstall", isDryRun: dryRun, format: format)
        try report.attempt { () throws(SetupError) in
            try Privilege.require()
            var engine = try SetupSession.open(createsState: false)
            let outcomes: [SetupOutcome]
            if let name = user {
                let user = try enrolled(name, engine.enrolled)
                outcomes = dryRun ? try engine.previewWithdraw(user) : try engine.withdraw(user)
            } else {
                outcomes = dryRun ? engine.previewUninstall() : try engine.uninstall()
            }
            report.print(outcomes, remarks: outcomes.isEmpty ? ["Nothing is installed."] : dryRun ? [] : advice)
        }
    }

    /// What stays on users' files, and who may get the group ids that it names.
    private var advice: [String] {
        guard let user else {
            return [
                "Entries that users did not take back with 'sallyport revoke --all' stay on their files. Nothing says any "
                    + "more which group ids were whose: users who are enrolled later may get them."
            ]
        }
        return ["The group ids of \(user) go to nobody else, because entries on files may still name them."]
    }

    /// The user as enrolled: an account that is gone by now can still be withdrawn.
    private func enrolled(_ name: String, _ users: [RealUser]) throws(SetupError) -> RealUser {
        if let user = users.last(where: { $0.name == name }) { return user }
        return try UserLookup.find(name).user
    }
}
