public import SandboxModel
public import WindowsSecurity

extension SimulatedSandbox {
    /// Resolves a policy on the machine and plans a command.
    ///
    /// - Parameters:
    ///   - policy: what the person wants.
    ///   - arguments: the command and its arguments.
    ///   - timeoutMilliseconds: after how many milliseconds everything is ended, or nothing.
    ///   - environment: variables that take the place of the person's of the same names.
    ///   - proxyRoute: the route of an enforced proxy, if there is one.
    /// - Returns: what is to be in force.
    /// - Throws: `PolicyError`, `LaunchPlanError`, or a failure when the file of the capabilities cannot be used.
    public func plan(
        _ policy: SandboxPolicy, arguments: [String], timeoutMilliseconds: UInt32? = nil,
        environment: [EnvironmentVariable] = [], proxyRoute: SID? = nil
    ) throws -> LaunchPlan {
        let environment =
            callerEnvironment.filter { old in !environment.contains { $0.name == old.name } } + environment
        let resolved = try PolicyResolver.resolve(
            policy, facts: host, rules: design.roots, environment: environment)
        let request = CommandRequest(
            arguments: arguments.map { Array($0.utf8) }, callerEnvironment: environment,
            timeoutMilliseconds: timeoutMilliseconds)
        return try design.plan(
            resolved, command: request, capabilities: try capabilities(for: resolved), proxyRoute: proxyRoute)
    }

    /// The person's variables.
    private var callerEnvironment: [EnvironmentVariable] {
        (host.machine.processes[host.user]?.environment ?? []).map { EnvironmentVariable($0.name, $0.value) }
    }

    /// The capabilities of a command out of the file, which keeps new ones.
    private func capabilities(for policy: ResolvedPolicy) throws(SandboxFailure) -> [Capability] {
        let path =
            design.setup.keepsCapabilitiesInWorkspace
            ? policy.workspace.windows + #"\.codex\cap_sid"# : host.installation.capabilities
        do throws(CallError) {
            var file = CapabilityFile(CapabilityLedger())
            do throws(CallError) {
                let bytes = try host.machine.readFile(path, by: host.user)
                guard let known = CapabilityFile(parsing: bytes) else {
                    throw CallError(.invalidParameter, "ReadFile", path)
                }
                file = known
            } catch {
                guard error.code == .fileNotFound || error.code == .pathNotFound else { throw error }
            }
            if design.setup.keepsCapabilitiesInWorkspace, !host.exists(policy.workspace.windows + #"\.codex"#) {
                try host.machine.makeDirectory(policy.workspace.windows + #"\.codex"#, by: host.user)
            }
            let seed = try host.machine.drawRandom(8, by: host.user).reduce(0) { $0 << 8 | UInt64($1) }
            var generator = MachineRandom(seed: seed)
            let capabilities = select(from: &file.ledger, policy, &generator)
            // Only the restricted token has a use for capabilities; another mechanism leaves no file of them.
            guard design.mechanism == .restrictedToken else { return capabilities }
            try host.machine.writeFile(path, Array(file.text.utf8), by: host.user)
            return capabilities
        } catch {
            throw SandboxFailure(.grants, error)
        }
    }

    /// One capability a root, a workspace or an installation, as the design says.
    private func select(
        from ledger: inout CapabilityLedger, _ policy: ResolvedPolicy, _ generator: inout MachineRandom
    ) -> [Capability] {
        guard !policy.writableRoots.isEmpty else { return ledger.capabilities(for: policy, using: &generator) }
        switch design.capabilityScope {
        case .root: return ledger.capabilities(for: policy, using: &generator)
        case .workspace:
            let sid = ledger.capability(for: policy.workspace, using: &generator)
            return policy.writableRoots.map { Capability(root: $0, sid: sid) }
        case .installation:
            let sid = ledger.capability(for: .root, using: &generator)
            return policy.writableRoots.map { Capability(root: $0, sid: sid) }
        }
    }
}
