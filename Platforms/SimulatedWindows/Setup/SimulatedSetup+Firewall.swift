internal import SandboxModel
internal import WindowsSecurity

extension SimulatedSetup {
    /// The steps that lead to the rules.
    var firewallSteps: [FirewallStep] { FirewallStep.documented(offline, blocksInbound: design.setup.blocksInbound) }

    /// The rules in the documented order, each read back; a failure in between leaves things closed.
    func installFirewall() throws(SetupError) {
        guard let sid = host.sid(of: Principal.offline) else { throw missing(.offline) }
        guard host.machine.firewall.localRulesCount || !design.setup.checksFirewallPolicy else {
            throw SetupError(
                .unsupported, action: "install", subject: "the firewall rules",
                detail: "a group policy says that the rules of the machine do not count",
                remedy: "ask the administrator of the policy to merge local rules")
        }
        for step in firewallSteps {
            switch step {
            case .remove(let name):
                try act("remove the firewall rule", name) { machine, process throws(CallError) in
                    try machine.removeFirewallRule(name, by: process)
                }
            case .install(let rule): try install(rule, for: sid)
            }
        }
    }

    private func install(_ rule: FirewallRule, for sid: SID) throws(SetupError) {
        try act("add the firewall rule", rule.name) { machine, process throws(CallError) in
            var made: SimulatedFirewallRule
            do throws(Win32Error) {
                made = try SandboxFirewall.rule(rule, for: sid)
                if design.setup.setsPortsOnEveryRule { made.remotePorts = made.remotePorts ?? .all }
            } catch {
                throw CallError(error, "INetFwRule::put_RemoteAddresses", rule.name)
            }
            try machine.addFirewallRule(made, by: process)
        }
        guard host.machine.firewall.rules.first(where: { $0.name == rule.name })?.user == .user(sid) else {
            throw SetupError(.notInForce, action: "read back the firewall rule", subject: rule.name)
        }
    }
}
