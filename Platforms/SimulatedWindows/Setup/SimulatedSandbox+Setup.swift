public import SandboxModel
internal import WindowsSecurity

/// The full run of setup, elevated.
extension SimulatedSandbox {
    /// Installs what the design needs, as an elevated process of the person; does nothing for a design without accounts.
    ///
    /// Every run makes the marker anew and changes the passwords; accounts, rules and filters that are there stay.
    ///
    /// - Parameters:
    ///   - offline: what the offline principal may reach on the machine.
    ///   - plan: a command that waits for setup, whose lists are edited too.
    /// - Returns: what was done with each effect.
    /// - Throws: `SetupError` of the first effect that failed; `.notPermitted` when the person said no.
    @discardableResult
    public func install(
        _ offline: OfflineSettings = .none, for plan: LaunchPlan? = nil
    ) throws(SetupError) -> [SetupOutcome] {
        guard design.level == .elevated else { return [] }
        let payload = try payload(offline, for: plan)
        let believesReport = forgetReport()
        for directory in [host.installation.home, host.installation.configuration] {
            try? host.machine.makeDirectory(directory, by: host.user)
        }
        let helper = try startElevated(payload)
        let outcomes: [SetupOutcome]
        do throws(SetupError) {
            host.interlude?(.duringSetup)
            outcomes = try run(helper, plan)
            try? host.machine.terminate(helper, code: 0, by: helper)
        } catch {
            let report = SetupReport(code: SetupFailureCode(error), message: error.description)
            try? host.machine.writeFile(host.installation.report, report.bytes, by: helper)
            try? host.machine.terminate(helper, code: 1, by: helper)
            throw documented(error, believesReport: believesReport)
        }
        host.interlude?(.afterSetup)
        guard isReady, marker?.offline == offline else {
            var error = SetupError(
                .notInForce, action: "complete", subject: "setup",
                detail: "the setup program ended well, and its marker or its passwords are not there")
            error.documentedCode = .orchestratorHelperIncomplete
            throw error
        }
        forgetReport()
        return outcomes
    }

    /// Asks for setup; identical requests share one run and its outcome.
    ///
    /// - Parameters:
    ///   - offline: what the offline principal may reach on the machine.
    ///   - receive: takes the outcome, when there is one.
    public func requestInstallation(
        _ offline: OfflineSettings = .none, receive: @escaping (Result<[SetupOutcome], SetupError>) -> Void
    ) {
        guard host.setups.join(offline, receive: receive) else { return }
        host.setups.finish(offline, Result { () throws(SetupError) in try install(offline) })
    }

    /// What the setup program does with its payload.
    private func run(
        _ helper: ProcessIdentifier, _ plan: LaunchPlan?
    ) throws(SetupError) -> [SetupOutcome] {
        let argument = host.machine.processes[helper]?.commandLine.split(separator: " ").last.map(String.init)
        guard let payload = argument.flatMap(SetupPayload.init(argument:)) else {
            throw SetupError(
                .unsupported, action: "read", subject: "the payload of setup", detail: "it is of another version")
        }
        let platform = SimulatedSetup(host: host, elevated: helper, design: design, offline: payload.offline)
        try platform.refuseLinks()
        try platform.prepareMarker()
        try platform.forgetPasswords()
        var engine = try SetupEngine(platform: platform, store: SimulatedJournal(host: host, elevated: helper))
        let outcomes = try engine.install(SetupPlan.documentedOnWindows(for: try realUser(), design: design))
        if let plan, let confinement = try? lower(plan).confinement {
            // Errors of lists are only logged here; the step before every command stops at them.
            try? edit(confinement, by: helper)
        }
        return outcomes
    }

    private func payload(_ offline: OfflineSettings, for plan: LaunchPlan?) throws(SetupError) -> SetupPayload {
        guard let file = try? FilePath(host.installation.home), let home = try? HostPath(windows: file) else {
            throw SetupError(.unsafeFile, action: "use", subject: host.installation.home)
        }
        var payload = SetupPayload(
            home: home, workingDirectory: plan?.workingDirectory ?? home, realUser: try realUser().name,
            offline: offline)
        if let plan { payload.add(plan) }
        return payload
    }

    /// Starts the setup program elevated, which the person at the machine has to permit.
    func startElevated(_ payload: SetupPayload) throws(SetupError) -> ProcessIdentifier {
        do throws(CallError) {
            return try host.machine.elevate(Self.setupProgram(payload), by: host.user)
        } catch {
            var failure = SetupError(
                .notPermitted, action: "start", subject: "setup elevated", detail: "\(error.call): \(error.code)",
                remedy: "answer yes when Windows asks")
            failure.documentedCode =
                error.code == .cancelled ? .orchestratorHelperLaunchCanceled : .orchestratorHelperLaunchFailed
            throw failure
        }
    }

    /// The setup program with its payload.
    static func setupProgram(_ payload: SetupPayload) -> ProcessStart {
        ProcessStart(
            image: "codex-windows-sandbox-setup.exe",
            commandLine: "codex-windows-sandbox-setup.exe \(payload.argument)")
    }

    func realUser() throws(SetupError) -> RealUser {
        let account = host.machine.accounts.users.first { $0.sid == host.userSID }
        guard let account, let identifier = account.sid.relativeIdentifier,
            let user = RealUser(name: account.name, identifier: identifier)
        else { throw SetupError(.unknownUser, action: "enrol", subject: "\(host.userSID)") }
        return user
    }

    /// Deletes an old report; one that cannot be deleted is not believed later.
    @discardableResult
    private func forgetReport() -> Bool {
        let code = { () -> Win32Error? in
            do throws(CallError) {
                try host.machine.delete(host.installation.report, by: host.user)
                return nil
            } catch {
                return error.code
            }
        }()
        return code == nil || code == .fileNotFound || code == .pathNotFound
    }

    /// The error with the code that the report gives.
    private func documented(_ error: SetupError, believesReport: Bool) -> SetupError {
        var error = error
        guard believesReport else {
            error.documentedCode = .orchestratorHelperExitNonzero
            return error
        }
        let bytes = try? host.machine.readFile(host.installation.report, by: host.user)
        error.documentedCode = bytes.flatMap(SetupReport.init(parsing:))?.code ?? .orchestratorHelperReportReadFailed
        return error
    }
}

extension SetupPayload {
    /// Adds the roots and denied paths of a command.
    mutating func add(_ plan: LaunchPlan) {
        workingDirectory = plan.workingDirectory
        readRoots = plan.policy.readableRoots
        writeRoots = plan.policy.writableRoots
        deniedReads = plan.policy.deniedPaths.map(\.path)
        deniedWrites = plan.policy.protectedPaths.map(\.path)
    }
}
