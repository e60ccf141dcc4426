public import WindowsSecurity

/// The firewall: rules of the machine, rules of the group policy, and filters below them.
public struct Firewall: Hashable, Sendable {
    /// What decided about a connection.
    public enum Verdict: Hashable, Sendable {
        /// It passes: no rule blocks it, or one allows it.
        case passes
        /// A filter below the firewall blocks it.
        case blockedByFilter(String)
        /// A rule blocks it.
        case blockedByRule(String)
        /// No rule allows it, and that is what the direction needs.
        case blockedByDefault
    }

    /// Whether the service `mpssvc` runs; without it no rule counts.
    public internal(set) var isRunning = true
    /// Whether the rules of the machine count; Windows: `LocalPolicyModifyState`.
    public internal(set) var localRulesCount = true
    /// The kind of the network that the machine is in.
    public internal(set) var activeProfile = FirewallProfiles.public
    /// The rules of the machine.
    public internal(set) var rules: [SimulatedFirewallRule] = []
    /// The rules of the group policy.
    public internal(set) var policyRules: [SimulatedFirewallRule] = []
    /// The filters of the platform below, which count without the service too.
    public internal(set) var filters: [PacketFilter] = []

    /// Decides whether a socket may have a port, which is asked before anything is sent.
    ///
    /// - Parameters:
    ///   - connection: the socket; the other side is not known yet.
    ///   - token: the token that owns it.
    ///   - questions: the readings of what nobody has settled.
    /// - Returns: what decided.
    public func decideAssignment(
        _ connection: Connection, token: AccessToken, questions: OpenQuestions
    ) -> Verdict {
        let blocking = filters.first {
            $0.layer == .resourceAssignment && $0.blocks(connection, token: token, questions: questions)
        }
        return blocking.map { .blockedByFilter($0.name) } ?? .passes
    }

    /// Decides about a connection.
    ///
    /// Filters below the rules come first; among them those that every machine has for packages, which reach nobody without a
    /// capability for it, and not this machine itself.
    /// A block goes before an allow; what no rule speaks about passes out, and passes in only on the loopback.
    ///
    /// - Parameters:
    ///   - connection: the connection.
    ///   - token: the token that owns the socket.
    ///   - questions: the readings of what nobody has settled.
    /// - Returns: what decided.
    public func decide(_ connection: Connection, token: AccessToken, questions: OpenQuestions) -> Verdict {
        let layer: PacketFilter.Layer = connection.direction == .outbound ? .authorizeConnect : .authorizeReceive
        if let filter = filters.first(where: {
            $0.layer == layer && $0.blocks(connection, token: token, questions: questions)
        }) {
            return .blockedByFilter(filter.name)
        }
        if let container = token.appContainer, !container.mayReach(connection.remote) {
            return .blockedByDefault
        }
        guard isRunning else { return .passes }
        let inForce = policyRules + (localRulesCount ? rules : [])
        let counting = inForce.filter { !$0.profiles.isDisjoint(with: activeProfile) }
        let matching = counting.filter { $0.matches(connection, token: token, questions: questions) }
        if let rule = matching.first(where: { $0.action == .block }) { return .blockedByRule(rule.name) }
        if connection.direction == .outbound || connection.remote.isLoopback || !matching.isEmpty { return .passes }
        return .blockedByDefault
    }
}
