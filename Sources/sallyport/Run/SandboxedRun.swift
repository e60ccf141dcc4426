import Glibc
import LinuxPlatform
import SandboxModel
import WindowsSecurity

/// One `sallyport run`, from the options to the command's end.
struct SandboxedRun {
    let options: RunCommand

    /// Runs the command and ends this process as the command ended.
    func run() throws(CommandFailure) {
        guard options.stray.isEmpty, RawArguments.hasSeparator else {
            throw CommandFailure(
                .usage, "the command must follow a '--'",
                remedy: "for example: sallyport run -- \(options.stray.first ?? "make") ...")
        }
        let command = try CommandRequest(
            arguments: RawArguments.command,
            callerEnvironment: RawArguments.environment.compactMap { EnvironmentVariable(entry: $0) },
            timeoutMilliseconds: PolicyOptions.milliseconds(options.timeout))
        guard let name = command.arguments.first, !name.isEmpty else {
            throw CommandFailure(
                .usage, "there is no command after '--'", remedy: "for example: sallyport run -- make test")
        }
        try refuseRoot()
        let policy = try PolicyOptions.policy(options)
        if policy.mode == .dangerFullAccess {
            try UnconfinedRun(policy: policy, command: command, options: options).run()
        }
        ProcessEnd.end(as: try outcome(of: command, policy: policy))
    }

    /// The sandbox is for the owner of the files: root's files are the machine's.
    private func refuseRoot() throws(CommandFailure) {
        guard getuid() != 0, geteuid() == getuid() else {
            throw CommandFailure(
                .permission,
                "root gets no sandbox: its files are the machine's, and no account could be kept from them",
                remedy: "run it as the user whose files it concerns: sudo -u NAME sallyport run -- ...")
        }
    }

    private func outcome(of command: CommandRequest, policy: SandboxPolicy) throws(CommandFailure) -> CommandOutcome {
        let losses = try PolicyOptions.acceptedLosses(options.acceptLoss)
        let facts = LinuxHostFacts(environmentHome: EnvironmentLookup.value(of: "HOME"), reserved: [])
        let resolved: ResolvedPolicy
        do throws(PolicyError) {
            resolved = try PolicyResolver.resolve(policy, facts: facts)
        } catch {
            throw CommandFailure(error)
        }
        let runner = try RunnerLocation.find(options.level)
        var generator = SystemRandomNumberGenerator()
        var ledger = CapabilityLedger()
        let capabilities = ledger.capabilities(for: resolved, using: &generator)
        let plan: LaunchPlan
        do throws(LaunchPlanError) {
            plan = try SandboxDesign.documented(options.level).plan(
                resolved, command: command, capabilities: capabilities)
        } catch {
            throw CommandFailure(.usage, "\(error)")
        }
        let lowering = LaunchLowering(
            groups: [:], temporaryDirectories: facts.temporaryDirectories, acceptedLosses: losses)
        let lowered: Lowered<LaunchRequest>
        do throws(LaunchError) {
            lowered = try lowering.lower(plan)
        } catch {
            throw CommandFailure(error, level: options.level, command: command)
        }
        if options.dryRun {
            try StandardOutput.write(PlanReport(plan: plan, lowered: lowered).text(asJSON: options.json))
            return .exited(0)
        }
        do throws(LaunchError) {
            let guards = GuardDirectories()
            defer { guards.release() }
            for path in resolved.heldDirectories { try guards.hold(path) }
            return try CommandRunnerProcess(program: runner).run(lowered.confinement)
        } catch {
            throw CommandFailure(error, level: options.level, command: command)
        }
    }
}
