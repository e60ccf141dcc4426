internal import SandboxModel
internal import WindowsSecurity

/// What the rejected designs do instead.
extension SimulatedSandbox {
    /// Closes the network in the way of a design without accounts; nothing happens for a policy that opens it.
    func closeNetwork(_ plan: LaunchPlan) throws(SandboxFailure) {
        guard plan.policy.network == .restricted else { return }
        var rule = SimulatedFirewallRule(name: "sandbox_block_outbound", direction: .outbound, action: .block)
        switch design.networkMechanism {
        case .capabilityRule:
            guard let capability = plan.capabilities.first else { return }
            rule.user = .user(capability.sid)
        case .programRule: rule.program = plan.arguments.first.map { String(decoding: $0, as: UTF8.self) }
        case .userRule: rule.user = .user(host.userSID)
        case .principal, .environment, .none: return
        }
        do throws(CallError) {
            let elevated = try host.machine.elevate(
                ProcessStart(image: "setup.exe", commandLine: "setup.exe"), by: host.user)
            try host.machine.addFirewallRule(rule, by: elevated)
        } catch {
            throw SandboxFailure(.readiness, error)
        }
    }

    /// The command as the person, without anything that it could not ignore.
    func startUnconfined(_ plan: LaunchPlan, _ mode: CommandMode) throws(SandboxFailure) -> CommandSession {
        guard let token = host.machine.processes[host.user]?.token else {
            throw SandboxFailure(.token, detail: "the person has logged off")
        }
        return try start(plan, token: token, mode)
    }

    /// A package, a low level, or another machine.
    func startAlternative(_ plan: LaunchPlan, _ mode: CommandMode) throws(SandboxFailure) -> CommandSession {
        guard var token = host.machine.processes[host.user]?.token else {
            throw SandboxFailure(.token, detail: "the person has logged off")
        }
        switch design.mechanism {
        case .appContainer:
            token.appContainer = AppContainer(package: .package("sandbox"))
            token.integrityLevel = .low
        case .lowIntegrity:
            token.integrityLevel = .low
            for root in plan.policy.writableRoots {
                do throws(CallError) {
                    try host.machine.setLabel(.low, of: root.windows, by: host.user)
                } catch {
                    throw SandboxFailure(.grants, error)
                }
            }
        case .virtualMachine, .restrictedToken, .none: break
        }
        return try start(plan, token: token, mode)
    }

    /// Starts a command of the person with a token; what is not a restricted token is started by a service that may.
    private func start(
        _ plan: LaunchPlan, token: AccessToken, _ mode: CommandMode
    ) throws(SandboxFailure) -> CommandSession {
        let runner = CommandRunner(host: host, process: host.user, restrictingList: [], flags: [])
        let request = mode.request(plan)
        do throws(CallError) {
            let job = try host.machine.createJob(.killOnClose, by: host.user)
            return session(
                try runner.start(
                    request, token: token, desktop: nil, job: job, isCarriedOut: mode.isCarriedOut,
                    entersDirectory: design.mechanism != .appContainer), plan)
        } catch {
            throw SandboxFailure(.start, error)
        }
    }

    /// A copy of the machine for a design that runs commands on another one; else this one itself.
    ///
    /// - Returns: the sandbox over the copy.
    public func entered() -> SimulatedSandbox {
        guard design.mechanism == .virtualMachine else { return self }
        return SimulatedSandbox(
            host: SimulatedHost(host.machine, user: host.user, home: host.installation.home), design: design)
    }
}
