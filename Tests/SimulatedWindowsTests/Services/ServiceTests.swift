import SimulatedWindows
import Testing
import WindowsSecurity

struct ServiceTests {
    @Test func administratorsStopAndStartServices() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        #expect(machine.services.allSatisfy { $0.isRunning })
        #expect(code { try machine.stopService("dnscache", by: alice) } == 5)
        #expect(code { try machine.stopService("nothing", by: alice) } == 1060)
        let before = try #require(machine.service("DNSCACHE")?.process)
        try machine.stopService("Dnscache", by: SimulatedMachine.system)
        #expect(machine.processes[before]?.isRunning == false)
        try machine.startService("Dnscache", by: SimulatedMachine.system)
        let after = try #require(machine.service("Dnscache")?.process)
        #expect(after != before && machine.processes[after]?.token.user.sid == SID("S-1-5-20"))
    }

    /// What cannot be done without the service that does it.
    @Test func withoutItsServiceACallFails() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let start = ProcessStart(image: "x.exe", commandLine: "x")
        machine.answerConsent(.approve)
        for (name, call) in [
            (
                "seclogon",
                { _ = try machine.createProcess(start, logon: "bob", password: "correct horse bob", by: alice) }
            ),
            ("Appinfo", { _ = try machine.elevate(start, by: alice) }),
            ("RpcSs", { _ = try machine.activate(start, for: alice) }),
        ] as [(String, () throws -> Void)] {
            try machine.stopService(name, by: SimulatedMachine.system)
            #expect(code(call) == 1062, "\(name)")
            try machine.startService(name, by: SimulatedMachine.system)
            #expect(code(call) == 0, "\(name)")
        }
    }

    @Test func withoutTheFirewallRulesDoNotCountAndFiltersDo() throws {
        let stage = try Stage()
        let command = try stage.start().process
        #expect(try stage.connect("203.0.113.10", 443, by: command) == 10013)
        try stage.host.machine.stopService("mpssvc", by: SimulatedMachine.system)
        #expect(try stage.connect("203.0.113.10", 443, by: command) == 0)
        #expect(try stage.connect("203.0.113.53", 53, by: command) == 10013)
        try stage.host.machine.startService("mpssvc", by: SimulatedMachine.system)
        #expect(try stage.connect("203.0.113.10", 443, by: command) == 10013)
    }

    /// The resolver asks as itself; without it the caller asks, and filters on the caller see it.
    @Test func namesAreResolvedByTheServiceOrByTheCaller() throws {
        let stage = try Stage()
        let command = try stage.start().process
        #expect(code { _ = try stage.host.machine.resolve("example.com", by: command) } == 0)
        #expect(stage.host.machine.network.queries.last?.client == command)
        try stage.host.machine.stopService("Dnscache", by: SimulatedMachine.system)
        #expect(code { _ = try stage.host.machine.resolve("example.com", by: command) } == 11001)
        #expect(stage.host.machine.lastFailure?.check?.object == "filter codex_wfp_dns_53_v4")
        #expect(code { _ = try stage.host.machine.resolve("example.com", by: stage.host.user) } == 0)
    }

    @Test func withoutANameServerNothingIsFound() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        machine.setResolver(NetworkAddress("192.0.2.99"))
        #expect(code { _ = try machine.resolve("example.com", by: alice) } == 11001)
        #expect(code { _ = try machine.resolve("localhost", by: alice) } == 0)
        machine.setResolver(nil)
        #expect(code { _ = try machine.resolve("example.com", by: alice) } == 0)
        #expect(code { _ = try machine.resolve("nowhere", by: alice) } == 11001)
    }
}
