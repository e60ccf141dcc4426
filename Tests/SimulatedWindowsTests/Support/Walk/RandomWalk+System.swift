import SandboxModel
import SimulatedWindows
import WindowsSecurity

extension RandomWalk {
    static let accounts: [Step] = [
        { walk, machine, _ in
            let name = walk.pick(["alice", "bob", "x"])
            _ = try machine.logOn(name, password: "correct horse " + walk.pick(["alice", "bob"]))
        },
        { walk, machine, _ in
            let name = walk.pick(["alice", "bob", "x"])
            try machine.tryLogon(name, password: "correct horse bob", type: walk.pick(LogonType.allCases))
        },
        { _ = try $1.addUser($0.pick(["x", "y", "Z"]), password: $0.path(), by: $2) },
        {
            try $1.changeUser(
                $0.pick(["x", "bob"]),
                $0.pick([
                    .password("new"), .disabled(false), .lockedOut(false), .expired(false), .passwordExpired(true),
                ]),
                by: $2)
        },
        { try $1.removeUser($0.pick(["x", "y"]), by: $2) },
        { _ = try $1.addGroup($0.pick(["g", "H"]), comment: "é", by: $2) },
        { try $1.removeGroup($0.pick(["g", "H"]), by: $2) },
        { try $1.setMembership($0.chance(2), of: $0.sid($1), in: $0.pick(["g", "Users"]), by: $2) },
        { try $1.setRight($0.pick(LogonRight.allCases), $0.chance(2), for: $0.sid($1), by: $2) },
        { walk, machine, _ in
            machine.answerConsent(walk.pick([.approve, .refuse, .credentials(user: "alice", password: "é")]))
        },
        { _ = try $1.elevate($0.start(), by: $2) },
        { _ = try $1.activate($0.start(), for: $2) },
    ]

    static let system: [Step] = [
        { try $1.createKey($0.pick([#"HKLM\SOFTWARE\A"#, #"HKLM\SOFTWARE\a\B"#, "HKX"]), by: $2) },
        {
            try $1.setValue(
                RegistryValue("V", $0.chance(2) ? .number(.max) : .text("é")), in: #"HKLM\SOFTWARE\A"#, by: $2)
        },
        { _ = try $1.value("v", in: #"HKLM\SOFTWARE\A"#, by: $2) },
        { _ = try $1.enumerateKey($0.pick([#"HKLM\SOFTWARE"#, "HKLM"]), by: $2) },
        { try $1.deleteValue("v", in: #"HKLM\SOFTWARE\A"#, by: $2) },
        { walk, machine, caller in
            let blob = try machine.protect(
                bytes("secret"), scope: walk.pick(SimulatedMachine.ProtectionScope.allCases), by: caller)
            _ = try machine.unprotect(walk.chance(4) ? [9] : blob, by: caller)
        },
        { _ = try $1.drawRandom($0.number(below: 20), by: $2) },
        { try $1.startService($0.pick(["Dnscache", "Appinfo", "seclogon", "RpcSs", "LanmanServer"]), by: $2) },
        { try $1.stopService($0.pick(["Dnscache", "none"]), by: $2) },
    ]

    static let network: [Step] = [
        { walk, machine, caller in
            let address = walk.pick(["127.0.0.1", "203.0.113.10", "203.0.113.53", "::1"]).address
            try machine.connect(to: address, port: walk.pick([53, 80, 443, 8080]), by: caller)
        },
        { try $1.listen(on: $0.pick([8080, 80]), over: $0.pick(TransportProtocol.allCases), by: $2) },
        { walk, machine, _ in
            _ = machine.receiveConnection(from: "198.51.100.1".address, port: walk.pick([8080, 80]))
        },
        { _ = try $1.resolve($0.pick(["example.com", "localhost", "nowhere"]), by: $2) },
        { walk, machine, _ in
            machine.addHost(
                Network.Host(name: walk.pick(["a", "b"]), addresses: ["2001:db8::7".address], ports: [443, 80, 22]))
        },
        { try $1.addFirewallRule($0.rule($1), by: $2) },
        { try $1.removeFirewallRule($0.pick(["r", "s"]), by: $2) },
        { walk, machine, caller in
            let filter = PacketFilter(
                name: walk.pick(["f", "g"]), layer: walk.pick(PacketFilter.Layer.allCases), isVersion6: walk.chance(2),
                user: .user(walk.sid(machine)), transport: walk.chance(2) ? .udp : nil, remotePort: 80)
            try machine.addPacketFilters([filter], by: caller)
        },
        { try $1.removePacketFilters(["g", "f", "h"], by: $2) },
        { walk, machine, _ in machine.setResolver(walk.chance(2) ? "203.0.113.53".address : nil) },
        { walk, machine, _ in machine.setProfile(walk.pick([.domain, .private, .public])) },
        { walk, machine, _ in machine.setGroupPolicy([walk.rule(machine)], localRulesCount: walk.chance(2)) },
        {
            try $1.addShare(
                $0.pick(["Users", "Look"]), of: #"C:\Users"#, descriptor: $0.chance(2) ? $0.descriptor($1) : nil, by: $2
            )
        },
        { walk, machine, _ in if walk.chance(4) { machine.addRemoteShare("Public", on: "files.example") } },
    ]

    private mutating func rule(_ machine: SimulatedMachine) -> SimulatedFirewallRule {
        var rule = SimulatedFirewallRule(
            name: pick(["r", "s"]), title: "é", direction: pick([.outbound, .inbound]), action: pick([.allow, .block]))
        rule.isEnabled = !chance(4)
        rule.profiles = pick([.all, .public])
        if chance(2) { rule.transport = .tcp }
        if chance(2), let set = try? AddressSet("127.0.0.0/8,::1") { rule.remoteAddresses = set }
        if chance(2) { rule.remotePorts = PortSet(allExcept: [80, 8080]) }
        if chance(4) { rule.program = #"C:\a.exe"# }
        if chance(2) { rule.user = .user(sid(machine)) }
        return rule
    }
}

extension String {
    /// The address that is written here.
    fileprivate var address: NetworkAddress { NetworkAddress(self) ?? NetworkAddress("0.0.0.0").unsafelyUnwrapped }
}
