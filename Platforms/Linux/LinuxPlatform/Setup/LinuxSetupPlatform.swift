public import SandboxModel

/// Setup on Linux: accounts, registry, nftables rules and the setuid runner.
public struct LinuxSetupPlatform: SetupPlatform {
    let context: SetupContext

    private func effect(_ effect: Effect, after journal: Journal = Journal()) -> any LinuxEffect {
        switch effect {
        case .lockDirectory(.configuration): DirectoryEffect(path: InstallationPaths.configuration)
        case .lockDirectory(.programs): DirectoryEffect(path: InstallationPaths.programs)
        case .createGroup(let group): GroupEffect(group: group, tools: context.tools)
        case .createPrincipal(let principal): PrincipalEffect(principal: principal, tools: context.tools)
        case .createRegistry: RegistryEffect()
        case .denyScheduledJobs(let scheduler): ScheduledJobsEffect(scheduler: scheduler)
        case .persistFirewall: FirewallPersistenceEffect()
        case .installFirewall: FirewallEffect(tools: context.tools)
        case .installRunner: RunnerEffect(source: context.runnerSource)
        case .addMember(let user, let group): MemberEffect(user: user, group: group, tools: context.tools)
        case .reserveBlock(let user): BlockEffect(user: user, tools: context.tools, journal: journal)
        case .commitMarker: MarkerEffect()
        }
    }

    /// Looks at the machine.
    ///
    /// - Parameters:
    ///   - effect: what to look for.
    ///   - image: the before-image that was recorded for the effect, when there is one.
    /// - Returns: what is there now.
    /// - Throws: when a file, an account or the firewall cannot be looked at.
    public func inspect(_ effect: Effect, recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        try self.effect(effect).inspect(recorded: image)
    }

    /// Says what is there before the effect is begun.
    ///
    /// - Parameters:
    ///   - effect: what will be applied.
    ///   - journal: what setup has done on this machine until now.
    /// - Returns: what reverting will put back.
    /// - Throws: `.conflict` when something is there that setup may neither adopt nor replace; what looking at it throws.
    public func capture(_ effect: Effect, after journal: Journal) throws(SetupError) -> BeforeImage {
        try self.effect(effect, after: journal).capture()
    }

    /// Brings the effect into force.
    ///
    /// - Parameters:
    ///   - effect: what to apply.
    ///   - image: the before-image that was recorded first.
    ///   - journal: what setup has done on this machine until now.
    /// - Throws: the step that failed, on what, and what came back.
    public func apply(_ effect: Effect, over image: BeforeImage, after journal: Journal) throws(SetupError) {
        try self.effect(effect, after: journal).apply(over: image)
    }

    /// Puts back what was there before.
    ///
    /// - Parameters:
    ///   - effect: what to revert.
    ///   - image: the before-image that was recorded first; never `.existing`.
    /// - Throws: the step that failed, on what, and what came back.
    public func revert(_ effect: Effect, to image: BeforeImage) throws(SetupError) {
        try self.effect(effect).revert(to: image)
    }
}
