extension Effect {
    /// Reads the words of an effect; total: nothing comes back when they are not exactly those of `words`.
    ///
    /// - Parameter words: what `words` printed.
    public init?(words: Substring) {
        let parts = words.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let effect = Self.effect(parts), effect.words[...] == words else { return nil }
        self = effect
    }

    private static func effect(_ parts: [String]) -> Effect? {
        guard let verb = parts.first else { return nil }
        switch (verb, parts.count) {
        case ("lock-directory", 2): return SetupDirectory(rawValue: parts[1]).map(Effect.lockDirectory)
        case ("create-group", 2): return SandboxGroup(rawValue: parts[1]).map(Effect.createGroup)
        case ("create-principal", 2): return Principal(rawValue: parts[1]).map(Effect.createPrincipal)
        case ("create-registry", 1): return .createRegistry
        case ("deny-scheduled-jobs", 2): return JobScheduler(rawValue: parts[1]).map(Effect.denyScheduledJobs)
        case ("persist-firewall", 1): return .persistFirewall
        case ("install-firewall", 1): return .installFirewall
        case ("install-runner", 1): return .installRunner
        case ("add-member", 4):
            guard let group = SandboxGroup(rawValue: parts[1]), let user = user(parts[2], parts[3]) else { return nil }
            return .addMember(user, group)
        case ("reserve-block", 3): return user(parts[1], parts[2]).map(Effect.reserveBlock)
        case ("commit-marker", 1): return .commitMarker
        default: return nil
        }
    }

    private static func user(_ identifier: String, _ name: String) -> RealUser? {
        UInt32(identifier).flatMap { RealUser(name: name, identifier: $0) }
    }
}
