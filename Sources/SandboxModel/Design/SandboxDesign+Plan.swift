public import WindowsSecurity

extension SandboxDesign {
    /// Plans a launch.
    ///
    /// - Parameters:
    ///   - policy: the resolved policy; its mode builds a sandbox.
    ///   - command: what to run, and for whom.
    ///   - capabilities: the command's capabilities, from the ledger.
    ///   - proxyRoute: the route of an enforced proxy, if there is one.
    /// - Returns: what is to be in force.
    /// - Throws: `LaunchPlanError` when the design cannot do what the policy asks.
    public func plan(
        _ policy: ResolvedPolicy, command: CommandRequest, capabilities: [Capability], proxyRoute: SID? = nil
    ) throws(LaunchPlanError) -> LaunchPlan {
        guard policy.mode != .dangerFullAccess else { throw .noSandbox }
        guard policy.reads == .everything || acceptsListedReads else { throw .restrictedReads }
        guard !capabilities.isEmpty else { throw .noCapability }
        guard !command.arguments.isEmpty else { throw .noCommand }
        guard
            let network = NetworkIdentity.confinement(
                access: policy.network, isProxyEnforced: proxyRoute != nil, level: level)
        else { throw .proxyNeedsAccounts }
        let principal: Principal? =
            level == .elevated
            ? NetworkIdentity.principal(access: policy.network, isProxyEnforced: proxyRoute != nil) : nil
        let environment =
            switch self.environment {
            case .scrubbed:
                EnvironmentRule.environment(
                    caller: command.callerEnvironment, policy: policy, workingDirectory: policy.workspace,
                    principal: principal)
            case .inherited:
                EnvironmentRule.documented(
                    caller: command.callerEnvironment, policy: policy, principal: principal,
                    asksForNoNetwork: networkMechanism == .environment && policy.network == .restricted)
            }
        guard command.arguments.count <= LaunchLimits.arguments, environment.count <= LaunchLimits.environment else {
            throw .tooManyArguments
        }
        return LaunchPlan(
            level: level, principal: principal,
            restrictingSIDs: restrictingSIDs(capabilities, principal: principal, proxyRoute: proxyRoute),
            network: network, policy: policy, workingDirectory: policy.workspace, environment: environment,
            arguments: command.arguments, timeoutMilliseconds: command.timeoutMilliseconds,
            gates: gates(policy, network: network))
    }

    private func restrictingSIDs(
        _ capabilities: [Capability], principal: Principal?, proxyRoute: SID?
    ) -> [RestrictingSID] {
        restrictingList.flatMap { place -> [RestrictingSID] in
            switch place {
            case .capabilities: capabilities.map(RestrictingSID.capability)
            case .principal: principal.map { [.principal($0)] } ?? []
            case .proxyRoute: proxyRoute.map { [.proxyRoute($0)] } ?? []
            case .logon: [.logon]
            case .everyone: [.everyone]
            }
        }
    }

    private func gates(_ policy: ResolvedPolicy, network: NetworkConfinement) -> [LaunchGate] {
        LaunchGate.allCases.filter { gate in
            switch gate {
            case .authorization: level == .elevated
            case .firewall: level == .elevated && network != .open
            case .networkIsolation: network == .isolated
            case .protectedPaths: !policy.protectedPaths.isEmpty
            case .deniedPaths: !policy.deniedPaths.isEmpty
            case .descriptors, .processIsolation, .privateTemporary, .privileges, .writeGate, .systemCalls, .terminal:
                true
            }
        }
    }
}
