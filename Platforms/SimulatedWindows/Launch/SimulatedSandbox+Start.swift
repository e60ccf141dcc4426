public import SandboxModel
internal import WindowsSecurity

extension SimulatedSandbox {
    /// Puts a plan in force and starts its command, which then does whatever calls are made in its name.
    ///
    /// - Parameters:
    ///   - plan: what is to be in force.
    ///   - isInteractive: whether a person at a screen starts the command, and not a program for her.
    /// - Returns: the command.
    /// - Throws: the step that failed; the command did not start then.
    public func start(_ plan: LaunchPlan, isInteractive: Bool = false) throws(SandboxFailure) -> SandboxedCommand {
        try launch(plan, CommandMode(isInteractive: isInteractive)).command
    }

    /// Puts a plan in force and starts its command, which the machine carries out as time passes.
    ///
    /// - Parameters:
    ///   - plan: what is to be in force.
    ///   - usesTerminal: whether the command gets a terminal.
    ///   - standardInputIsOpen: whether it may read what is sent; otherwise it meets the end at once.
    /// - Returns: the command with its streams.
    /// - Throws: the step that failed; the command did not start then.
    public func open(
        _ plan: LaunchPlan, usesTerminal: Bool = false, standardInputIsOpen: Bool = true
    ) throws(SandboxFailure) -> CommandSession {
        try launch(
            plan,
            CommandMode(isCarriedOut: true, usesTerminal: usesTerminal, standardInputIsOpen: standardInputIsOpen))
    }

    private func launch(_ plan: LaunchPlan, _ mode: CommandMode) throws(SandboxFailure) -> CommandSession {
        if design.mechanism == .restrictedToken { try prepare(plan) }
        var confinement = try lower(plan).confinement
        audit(&confinement, isInteractive: mode.isInteractive)
        try refresh(confinement)
        switch design.mechanism {
        case .restrictedToken:
            guard let principal = plan.principal else { return try startAsPerson(confinement, mode) }
            do throws(SandboxFailure) {
                return try start(confinement, as: principal, mode)
            } catch {
                // A stale or missing password heals itself once: forget it, run setup again, try the identical request again.
                guard let code = error.error?.code, isCurable(code, at: error.stage) else { throw error }
                try? host.machine.delete(host.installation.users, by: host.user)
                do throws(SetupError) {
                    try install()
                } catch {
                    throw SandboxFailure(.credentials, detail: error.description)
                }
                return try start(confinement, as: principal, mode)
            }
        case .none: return try startUnconfined(plan, mode)
        case .appContainer, .lowIntegrity, .virtualMachine: return try startAlternative(plan, mode)
        }
    }

    private func isCurable(_ code: Win32Error, at stage: SandboxFailure.Stage) -> Bool {
        switch stage {
        case .credentials: code == .fileNotFound
        case .logon: design.setup.staleCredentialErrors.contains(code.rawValue)
        case .readiness, .grants, .handshake, .token, .start, .tools: false
        }
    }

    /// The unelevated level: the person's own process makes the token and starts the command.
    private func startAsPerson(
        _ confinement: SimulatedConfinement, _ mode: CommandMode
    ) throws(SandboxFailure) -> CommandSession {
        try closeNetwork(confinement.plan)
        let runner = CommandRunner(
            host: host, process: host.user, restrictingList: design.restrictingList, flags: confinement.flags,
            rules: design.processes)
        do throws(CallError) {
            let relay = try runner.start(mode.request(confinement.plan), isCarriedOut: mode.isCarriedOut)
            return session(relay, confinement.plan)
        } catch {
            throw SandboxFailure(.start, error)
        }
    }

    /// A command without a runner, whose streams the caller holds.
    func session(_ relay: CommandRelay, _ plan: LaunchPlan) -> CommandSession {
        CommandSession(
            SandboxedCommand(process: relay.command, runner: relay.owner, job: relay.job, plan: plan), host: host,
            link: .relay(relay))
    }

    func password(of principal: Principal) throws(SandboxFailure) -> String {
        do throws(CallError) {
            return try host.password(of: principal, in: host.installation.users, by: host.user)
        } catch {
            throw SandboxFailure(.credentials, error)
        }
    }

    /// Ends a command and everything it started.
    ///
    /// - Parameter command: the command.
    /// - Throws: `ERROR_INVALID_HANDLE` when it has ended before.
    public func end(_ command: SandboxedCommand) throws(CallError) {
        if let job = command.job {
            try host.machine.terminateJob(job, by: command.runner)
        } else {
            try host.machine.terminate(command.process, by: command.runner)
        }
        guard command.runner != host.user else { return }
        try host.machine.terminate(command.runner, code: 0, by: command.runner)
    }
}
