import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    private static let far = "203.0.113.10"
    private static let blocked = "firewall rule codex_sandbox_offline_block_outbound"

    /// Section 10.7 of the record: network.
    static let networking = [
        Invariant(
            "V109", "a copied or self-built program is stopped too: the rule speaks about the account",
            .holds(because: blocked)
        ) { stage in
            let command = try stage.start().process
            return try stage.refusesConnection(far, 443, by: command)
                && stage.refusesConnection(far, 443, by: stage.child(of: command, "mine.exe"))
        },
        Invariant("V110", "the person's own traffic passes") { stage in
            _ = try stage.start()
            let refused = try stage.refusesConnection(far, 443, by: stage.host.user)
            return Answer(!refused.holds, refused.grounds)
        },
        Invariant("V115", "the blocked ports are all but the proxy's; repeated ones and 0 do not count") { _ in
            let two = PortSet(allExcept: [8080, 3128, 8080, 0]).description
            return Answer(
                two == "1-3127,3129-8079,8081-65535" && PortSet(allExcept: []).description == "1-65535", two)
        },
        Invariant("V116", "setup fails when a policy overrides the rules of the machine") { _ in
            let (machine, alice) = try SimulatedMachine.workstation()
            let host = SimulatedHost(machine, user: alice)
            host.machine.setGroupPolicy([], localRulesCount: false)
            host.machine.answerConsent(.approve)
            return Answer(throwsAnything { try SimulatedSandbox(host: host, design: .elevatedOnWindows).install() })
        },
        Invariant(
            "V117", "without its rules a restricted command is refused",
            .fails(because: "no rule or filter speaks about CodexSandboxOffline")
        ) { stage in
            for rule in stage.host.machine.firewall.rules {
                try stage.host.machine.removeFirewallRule(rule.name, by: SimulatedMachine.system)
            }
            guard let command = try? stage.start().process else { return Answer(true) }
            return try stage.refusesConnection(far, 443, by: command)
        },
        Invariant("V120", "with the network enabled the online account is not filtered") { stage in
            let command = try stage.start(try Stage.policy(network: .enabled))
            let refused = try stage.refusesConnection(far, 443, by: command.process)
            return Answer(
                command.plan.principal == .online && !refused.holds
                    && refused.grounds == "no rule or filter speaks about CodexSandboxOnline", refused.grounds)
        },
        Invariant("V121", "with the network enabled and a proxy enforced the account is the offline one") { _ in
            Answer(NetworkIdentity.principal(access: .enabled, isProxyEnforced: true) == .offline)
        },
        Invariant(
            "V122", "without accounts a connection is stopped", .fails(because: "no rule or filter speaks about alice"),
            on: .unelevatedOnWindows, remedy: .elevatedOnWindows
        ) { stage in
            try stage.refusesConnection(far, 443, by: try stage.start().process)
        },
        Invariant("V124", "without accounts an enforced proxy is refused", on: .unelevatedOnWindows) { _ in
            Answer(
                NetworkIdentity.confinement(access: .enabled, isProxyEnforced: true, level: .unelevated) == nil
                    && NetworkIdentity.confinement(access: .restricted, isProxyEnforced: true, level: .unelevated)
                        == nil
            )
        },
        Invariant(
            "V127", "a rule on a capability matches nothing",
            .holds(because: "no rule or filter speaks about alice"), on: .capabilityRule
        ) { stage in
            let refused = try stage.refusesConnection(far, 443, by: try stage.start().process)
            return Answer(!refused.holds && stage.host.machine.firewall.rules.count == 1, refused.grounds)
        },
    ]

    /// Section 10.7 of the record: the loopback and the proxy.
    static let proxying: [Invariant] = []
}
