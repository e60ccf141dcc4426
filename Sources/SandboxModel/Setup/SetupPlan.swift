/// The ordered list of effects that make up an installation; the last one commits it.
public struct SetupPlan: Hashable, Sendable {
    /// The effects, in the order in which they are applied; reverted in the reverse order.
    public let effects: [Effect]

    /// Makes a plan of effects, each kept once, with the marker always last.
    ///
    /// - Parameter effects: the effects, in order; a marker among them is moved to the end.
    public init(effects: some Sequence<Effect>) {
        var seen: Set<Effect> = [.commitMarker]
        self.effects = effects.filter { seen.insert($0).inserted } + [.commitMarker]
    }

    /// The documented installation for one real user.
    ///
    /// The rules stand before the runner is installed: nobody can become the offline principal while the network is open
    /// to it, and on the way back the runner goes first.
    ///
    /// - Parameter user: the real user who is enrolled, or nothing for what all users share.
    /// - Returns: the effects in the order in which they are applied, the marker last.
    public static func documented(for user: RealUser?) -> SetupPlan {
        let shared: [Effect] = [
            .lockDirectory(.configuration), .lockDirectory(.programs),
            .createGroup(.users), .createGroup(.launch),
            .createPrincipal(.offline), .createPrincipal(.online),
            .denyScheduledJobs(.cron), .denyScheduledJobs(.at),
            .createRegistry, .persistFirewall, .installFirewall, .installRunner,
        ]
        guard let user else { return SetupPlan(effects: shared) }
        return SetupPlan(effects: shared + [.reserveBlock(user), .addMember(user, .launch)])
    }
}
