public import SandboxModel

/// Setup on Linux: accounts, registry, nftables rules and the setuid runner.
public struct LinuxSetupPlatform: SetupPlatform {
    let context: SetupContext

    private func effect(_ effect: Effect) -> any LinuxEffect {
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
        case .reserveBlock(let user): BlockEffect(user: user, tools: context.tools)
        case .commitMarker: MarkerEffect()
        }
    }

    /// Looks at the machine.
    public func inspect(_ effect: Effect, recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        try self.effect(effect).inspect(recorded: image)
    }

    /// Says what is there before the effect is begun.
    public func capture(_ effect: Effect) throws(SetupError) -> BeforeImage {
        try self.effect(effect).capture()
    }

    /// Brings the effect into force.
    public func apply(_ effect: Effect, over image: BeforeImage) throws(SetupError) {
        try self.effect(effect).apply(over: image)
    }

    /// Puts back what was there before.
    public func revert(_ effect: Effect, to image: BeforeImage) throws(SetupError) {
        try self.effect(effect).revert(to: image)
    }
}
