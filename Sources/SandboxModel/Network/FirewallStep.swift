/// A step of installing the documented rules.
public enum FirewallStep: Hashable, Sendable {
    /// The rule is added, or takes the place of the one of its name, and is read back.
    case install(FirewallRule)
    /// The rule of a name is removed; nothing happens when there is none.
    case remove(String)

    /// The name of a rule that older versions installed.
    public static let legacyAllowance = "codex_sandbox_offline_allow_loopback_proxy"

    /// The documented order: everything is blocked before anything is narrowed, so that a failure in between leaves things closed.
    ///
    /// - Parameters:
    ///   - settings: what stays reachable.
    ///   - blocksInbound: whether connections from outside are blocked.
    /// - Returns: the steps.
    public static func documented(_ settings: OfflineSettings, blocksInbound: Bool) -> [FirewallStep] {
        let loopback = FirewallRules.documented().filter { $0.scope == .loopback }
        let beyond = FirewallRules.documented().filter {
            $0.scope == .nonLoopback && (blocksInbound || $0.direction == .outbound)
        }
        guard !settings.allowsLocalBinding else {
            return [.remove(legacyAllowance)] + loopback.map { .remove($0.name) } + beyond.map(FirewallStep.install)
        }
        let narrowed = FirewallRules.documented(proxyPorts: settings.proxyPorts).filter {
            $0.scope == .loopback && $0.transport == .tcp
        }
        return loopback.map(FirewallStep.install) + [.remove(legacyAllowance)]
            + (narrowed + beyond).map(FirewallStep.install)
    }

    /// The rules that are there after all steps.
    ///
    /// - Parameter steps: the steps.
    /// - Returns: the rules, in the order of their names' first appearance.
    public static func rules(after steps: [FirewallStep]) -> [FirewallRule] {
        var rules: [FirewallRule] = []
        for step in steps {
            switch step {
            case .install(let rule):
                if let index = rules.firstIndex(where: { $0.name == rule.name }) {
                    rules[index] = rule
                } else {
                    rules.append(rule)
                }
            case .remove(let name): rules.removeAll { $0.name == name }
            }
        }
        return rules
    }
}
