import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

struct FirewallTests {
    private static let target = "203.0.113.10"

    private func rule(
        _ action: SimulatedFirewallRule.Action, _ direction: Connection.Direction = .outbound,
        _ change: (inout SimulatedFirewallRule) -> Void = { _ in }
    ) -> SimulatedFirewallRule {
        var rule = SimulatedFirewallRule(name: "\(action) \(direction)", direction: direction, action: action)
        change(&rule)
        return rule
    }

    private func connect(_ machine: inout SimulatedMachine, _ port: UInt16, _ process: ProcessIdentifier) throws
        -> UInt32
    {
        let address = try #require(NetworkAddress(Self.target))
        return code { try machine.connect(to: address, port: port, by: process) }
    }

    /// Every combination of an allowing and a blocking rule, in either order and place.
    @Test(arguments: [false, true], [false, true]) func aBlockGoesBeforeAnAllow(allows: Bool, blocks: Bool) throws {
        for blockFirst in [false, true] {
            for isPolicy in [false, true] {
                var (machine, alice) = try SimulatedMachine.workstation()
                var rules = (allows ? [rule(.allow)] : []) + (blocks ? [rule(.block)] : [])
                if blockFirst { rules.reverse() }
                if isPolicy {
                    machine.setGroupPolicy(rules, localRulesCount: true)
                } else {
                    for rule in rules { try machine.addFirewallRule(rule, by: SimulatedMachine.system) }
                }
                #expect(try connect(&machine, 443, alice) == (blocks ? 10013 : 0))
            }
        }
    }

    @Test(arguments: [FirewallProfiles.domain, .private, .public], [FirewallProfiles.domain, .private, .public, .all])
    func aRuleCountsInItsProfiles(active: FirewallProfiles, profiles: FirewallProfiles) throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        machine.setProfile(active)
        try machine.addFirewallRule(rule(.block) { $0.profiles = profiles }, by: SimulatedMachine.system)
        #expect(try connect(&machine, 443, alice) == (profiles.contains(active) ? 10013 : 0))
    }

    @Test func thePolicyCanMakeLocalRulesCountForNothing() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        try machine.addFirewallRule(rule(.block), by: SimulatedMachine.system)
        machine.setGroupPolicy([], localRulesCount: false)
        #expect(try connect(&machine, 443, alice) == 0)
        machine.setGroupPolicy(
            [
                rule(.block) {
                    $0.remotePorts = PortSet(allExcept: [80])
                    $0.transport = .tcp
                }
            ], localRulesCount: false)
        #expect(try connect(&machine, 443, alice) == 10013)
        #expect(try connect(&machine, 80, alice) == 0)
    }

    @Test func whatComesInNeedsARuleUnlessItComesFromHere() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        try machine.listen(on: 8080, by: alice)
        let outside = try #require(NetworkAddress(Self.target))
        let inside = try #require(NetworkAddress("127.0.0.1"))
        #expect(machine.receiveConnection(from: outside, port: 8080) == nil)
        #expect(machine.receiveConnection(from: inside, port: 8080) == alice)
        try machine.addFirewallRule(rule(.allow, .inbound), by: SimulatedMachine.system)
        #expect(machine.receiveConnection(from: outside, port: 8080) == alice)
        #expect(machine.receiveConnection(from: outside, port: 8081) == nil)
        try machine.addFirewallRule(rule(.block, .inbound), by: SimulatedMachine.system)
        #expect(machine.receiveConnection(from: outside, port: 8080) == nil)
    }

    @Test func aPortHasOneListener() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let bob = try machine.logOn("bob", password: "correct horse bob")
        try machine.listen(on: 8080, by: alice)
        #expect(code { try machine.listen(on: 8080, by: bob) } == 10048)
        #expect(code { try machine.listen(on: 8080, over: .udp, by: bob) } == 0)
        let here = try #require(NetworkAddress("::1"))
        #expect(code { try machine.connect(to: here, port: 8080, by: bob) } == 0)
        try machine.terminate(alice, by: SimulatedMachine.system)
        #expect(code { try machine.connect(to: here, port: 8080, by: bob) } == 10061)
        #expect(code { try machine.listen(on: 8080, by: bob) } == 0)
    }

    /// Each layer is asked for its own question only.
    @Test(arguments: PacketFilter.Layer.allCases) func filtersAreAskedAtTheirLayer(layer: PacketFilter.Layer) throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let bob = try machine.logOn("bob", password: "correct horse bob")
        let sid = try #require(machine.accounts.user("alice")?.sid)
        let filter = PacketFilter(name: "f", layer: layer, isVersion6: false, user: .user(sid), transport: .tcp)
        try machine.listen(on: 8080, by: alice)
        try machine.addPacketFilters([filter], by: SimulatedMachine.system)
        let inside = try #require(NetworkAddress("127.0.0.1"))
        #expect(try connect(&machine, 443, alice) == (layer == .authorizeReceive ? 0 : 10013))
        #expect(try connect(&machine, 443, bob) == 0)
        #expect(code { try machine.listen(on: 8081, by: alice) } == (layer == .resourceAssignment ? 10013 : 0))
        #expect((machine.receiveConnection(from: inside, port: 8080) == nil) == (layer == .authorizeReceive))
    }

    @Test func messagesOfTheNetworkItselfAreFilteredToo() throws {
        let stage = try Stage()
        let command = try stage.start().process
        let address = try #require(NetworkAddress(Self.target))
        func ping(_ process: ProcessIdentifier) -> UInt32 {
            code { try stage.host.machine.connect(to: address, port: 0, over: .icmp, by: process) }
        }
        #expect(ping(stage.host.user) == 0 && ping(command) == 10013)
        #expect(stage.host.machine.lastFailure?.check?.object == "filter codex_wfp_icmp_assign_v4")
    }

    @Test func aPackageReachesNobodyWithoutACapability() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        var token = try #require(machine.processes[alice]?.token)
        token.appContainer = AppContainer(package: .package("app"))
        let closed = try machine.createProcess(ProcessStart(image: "a.exe", commandLine: "a"), as: token, by: alice)
        #expect(try connect(&machine, 443, closed) == 10013)
        let internetClient = try #require(SID("S-1-15-3-1"))
        token.appContainer = AppContainer(package: .package("app"), capabilities: [TokenGroup(internetClient)])
        let open = try machine.createProcess(ProcessStart(image: "a.exe", commandLine: "a"), as: token, by: alice)
        #expect(try connect(&machine, 443, open) == 0)
        try machine.listen(on: 8080, by: alice)
        let here = try #require(NetworkAddress("127.0.0.1"))
        #expect(code { try machine.connect(to: here, port: 8080, by: open) } == 10013)
    }
}
