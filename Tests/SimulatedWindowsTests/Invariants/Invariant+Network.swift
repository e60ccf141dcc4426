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

    /// Section 10.7 of the record: the loopback, and what comes in.
    static let loopback = [
        Invariant("V111", "of the loopback only the proxy's ports can be reached, and no datagrams") { stage in
            for port in [8080, 3128] as [UInt16] { try stage.host.machine.listen(on: port, by: stage.host.user) }
            stage.host.machine.answerConsent(.approve)
            let command = try stage.start(environment: [("HTTPS_PROXY", "http://localhost:3128/")]).process
            return try stage.refusesConnection("127.0.0.1", 8080, by: command)
                && stage.refusesConnection("::1", 53, over: .udp, by: command)
                && stage.allowsConnection("127.0.0.1", 3128, by: command)
                && stage.allowsConnection("127.0.0.1", 8080, by: stage.host.user)
        },
        Invariant("V112", "with local binding the loopback is open in both directions, and nothing else is") { stage in
            try stage.host.machine.listen(on: 8080, by: stage.host.user)
            stage.host.machine.answerConsent(.approve)
            let command = try stage.start(environment: [("CODEX_NETWORK_ALLOW_LOCAL_BINDING", "1")]).process
            try stage.host.machine.listen(on: 9090, by: command)
            return try stage.allowsConnection("127.0.0.1", 8080, by: command)
                && stage.allowsConnection("127.0.0.1", 9090, by: stage.host.user)
                && stage.refusesConnection(far, 443, by: command)
        },
        Invariant("V114", "wherever setup stops while the rules change, what was blocked stays blocked") { stage in
            stage.host.machine.answerConsent(.approve)
            try stage.sandbox.install(OfflineSettings(proxyPorts: [3128]))
            let before = stage.host.machine
            stage.host.machine.answerConsent(.approve)
            try stage.sandbox.install(OfflineSettings(proxyPorts: [8080]))
            let offline = try #require(stage.host.sid(of: Principal.offline))
            let calls = stage.host.machine.calls(from: before.callCount)
            var machine = before
            for (index, call) in calls.enumerated() {
                machine.replay([call])
                for port in [443, 3128, 8080, 9999] as [UInt16] {
                    let isOpen = machine.isOpen("127.0.0.1", port, to: offline)
                    let mayBe = [3128, 8080].contains(port)
                    guard !isOpen || mayBe, !machine.isOpen(far, port, to: offline) else {
                        return Answer(false, "port \(port) is open after call \(index): \(call)")
                    }
                }
            }
            return Answer(machine == stage.host.machine)
        },
        Invariant(
            "V119", "a listener of the command cannot be reached from outside, whatever the person allowed its program",
            .fails(because: "the rule 'allow python' lets it in"), remedy: .packaged
        ) { stage in
            var rule = SimulatedFirewallRule(name: "allow python", direction: .inbound, action: .allow)
            rule.program = "python.exe"
            try stage.host.machine.addFirewallRule(rule, by: SimulatedMachine.system)
            let command = try stage.start(command: ["python.exe"]).process
            try stage.host.machine.listen(on: 8080, by: command)
            let address = try #require(NetworkAddress(far))
            let taker = stage.host.machine.receiveConnection(from: address, port: 8080)
            return Answer(taker == nil, "the rule '\(rule.name)' lets it in")
        },
    ]
}

extension SimulatedMachine {
    /// Whether the firewall lets a process of an account connect.
    func isOpen(_ address: String, _ port: UInt16, to user: SID) -> Bool {
        guard let remote = NetworkAddress(address) else { return false }
        let connection = Connection(
            direction: .outbound, transport: .tcp, remote: remote, remotePort: port, localPort: 49152, program: "x")
        return firewall.decide(connection, token: AccessToken(user: user), questions: questions) == .passes
    }
}
