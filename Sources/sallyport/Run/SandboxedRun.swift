import Glibc
import LinuxPlatform
import SandboxModel
import WindowsSecurity

/// One `sallyport run`, from the options to the command's end.
struct SandboxedRun {
    let options: RunOptions

    /// Runs the command and ends this process as the command ended.
    func run() throws(CommandFailure) -> Never {
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
        let ledger = try RunLedger()
        let audit = try RunAudit(options.audit, store: ledger.store)
        if policy.mode == .dangerFullAccess {
            try UnconfinedRun(policy: policy, command: command, options: options).run(audit)
        }
        ProcessEnd.end(as: try outcome(of: command, policy: policy, ledger: ledger, audit: audit))
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

    private func outcome(
        of command: CommandRequest, policy: SandboxPolicy, ledger: RunLedger, audit: RunAudit
    ) throws(CommandFailure) -> CommandOutcome {
        let losses = try PolicyOptions.acceptedLosses(options.acceptedLosses)
        let enrolment = options.level == .elevated ? try Enrolment.require() : nil
        let runner = CommandRunnerProcess(program: try RunnerLocation.find(options.level))
        defer { runner.finish() }
        // It enters its namespaces while the rest is prepared here.
        if !options.dryRun { try attempt(command, audit) { () throws(LaunchError) in try runner.start() } }
        let facts = LinuxHostFacts(
            environmentHome: EnvironmentLookup.value(of: "HOME"), reserved: [ledger.directory].compactMap(\.self))
        let resolved = try resolve(policy, facts: facts, audit: audit)
        try audit.check(resolved)
        let content = try ledger.prepare(for: resolved, enrolment: enrolment, storing: !options.dryRun)
        let plan = try plan(command, policy: resolved, ledger: content)
        let platform = LinuxSandbox(
            lowering: LaunchLowering(
                groups: content.groups, temporaryDirectories: facts.temporaryDirectories, acceptedLosses: losses),
            runner: runner)
        let lowered = try attempt(command, audit) { () throws(LaunchError) in try platform.lower(plan) }
        if options.dryRun {
            try report(plan, lowered, facts)
            return .exited(0)
        }
        audit.record(.launchPlanned(plan))
        if options.level == .unelevated { audit.record(.sameUser, quietly: true) }
        for loss in losses { audit.record(.gate("\(loss.word)")) }
        var request = lowered.confinement
        if let enrolment {
            if options.includePrivate { audit.record(.privateFiles) }
            request.protectedPaths += try grant(enrolment, ledger, content, resolved, facts, audit)
        }
        try audit.begin()
        let guards = try ledger.guards()
        defer { guards.release() }
        let nested = NestedRepositories(resolved)
        nested.protect(in: &request, facts: facts)
        // There the command is the user, and could hold the locks against every later run.
        if options.level == .unelevated, let directory = ledger.directory.flatMap(facts.canonical) {
            request.deniedPaths.append(directory.bytes)
        }
        defer { nested.pointOutNew() }
        let outcome = try attempt(command, audit) { () throws(LaunchError) in
            for path in resolved.heldDirectories { try guards.hold(path) }
            return try platform.launch(request)
        }
        audit.end(.commandEnded(outcome))
        return outcome
    }

    /// Says what a launch would put in force.
    private func report(
        _ plan: LaunchPlan, _ lowered: Lowered<LaunchRequest>, _ facts: LinuxHostFacts
    ) throws(CommandFailure) {
        var request = lowered.confinement
        let nested = NestedRepositories(plan.policy).protect(in: &request, facts: facts)
        let report = PlanReport(plan: plan, lowered: lowered, nested: nested)
        try StandardOutput.write(report.text(asJSON: options.json))
    }

    /// Grants on the roots; returns the programs in them that no command may write.
    private func grant(
        _ enrolment: Enrolment, _ ledger: RunLedger, _ content: GrantLedger, _ policy: ResolvedPolicy,
        _ facts: LinuxHostFacts, _ audit: RunAudit
    ) throws(CommandFailure) -> [[UInt8]] {
        let grants = WorkspaceGrants(
            enrolment: enrolment, store: ledger.store, includePrivate: options.includePrivate,
            changed: { audit.record(.grantsChanged($0)) })
        let programs = try grants.apply(policy, ledger: content, homes: facts.homeDirectories)
        guard policy.protectedPaths.count + programs.count <= LaunchLimits.protectedPaths else {
            throw CommandFailure(
                .usage, "the roots hold more than \(LaunchLimits.protectedPaths) programs with set-id bits of others",
                remedy: "choose a narrower root")
        }
        return programs
    }

    private func resolve(
        _ policy: SandboxPolicy, facts: LinuxHostFacts, audit: RunAudit
    ) throws(CommandFailure) -> ResolvedPolicy {
        do throws(PolicyError) {
            let resolved = try PolicyResolver.resolve(policy, facts: facts)
            // The next run would start what this command made of the programs.
            let exposed = ProgramLocation.programs.filter { program in
                resolved.writableRoots.contains { program.isWithin($0) }
            }
            guard !exposed.isEmpty else { return resolved }
            var policy = policy
            policy.readOnlyPaths += exposed
            return try PolicyResolver.resolve(policy, facts: facts)
        } catch {
            if !options.dryRun { audit.end(.policyRefused(error)) }
            throw CommandFailure(error, current: options.workingDirectory == nil ? policy.workspace : nil)
        }
    }

    private func plan(
        _ command: CommandRequest, policy: ResolvedPolicy, ledger: GrantLedger
    ) throws(CommandFailure) -> LaunchPlan {
        var capabilities = ledger.capabilities
        var generator = SystemRandomNumberGenerator()
        do throws(LaunchPlanError) {
            return try SandboxDesign.documented(options.level).plan(
                policy, command: command, capabilities: capabilities.capabilities(for: policy, using: &generator))
        } catch {
            throw CommandFailure(.usage, "\(error)")
        }
    }

    private func attempt<Result>(
        _ command: CommandRequest, _ audit: RunAudit, _ body: () throws(LaunchError) -> Result
    ) throws(CommandFailure) -> Result {
        do throws(LaunchError) {
            return try body()
        } catch {
            if !options.dryRun { audit.end(.launchRefused(layer: error.layer, reason: error.explanation)) }
            throw CommandFailure(error, level: options.level, command: command)
        }
    }
}
