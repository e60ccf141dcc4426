import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

struct DifferenceTests {
    private func changed(_ change: (inout SimulatedMachine, ProcessIdentifier) throws -> Void) throws
        -> MachineDifference
    {
        let (before, alice) = try SimulatedMachine.workstation()
        var after = before
        try change(&after, alice)
        return after.difference(since: before)
    }

    private func rendered(_ difference: MachineDifference) -> [String] {
        difference.items.map { "\($0.kind.rawValue) \($0.subject)" }
    }

    @Test func nothingDiffersFromItself() throws {
        #expect(try changed { _, _ in }.items.isEmpty)
    }

    /// A process comes and goes; what it did stays.
    @Test func processesAreNoDifference() throws {
        let difference = try changed { machine, alice in
            _ = try machine.createProcess(ProcessStart(image: "cmd.exe", commandLine: "cmd"), by: alice)
        }
        #expect(difference.items.isEmpty)
    }

    @Test func everyChangeIsOfItsKind() throws {
        let difference = try changed { machine, alice in
            let system = SimulatedMachine.system
            let sid = try machine.addUser("carol", password: "p", by: system)
            try machine.setMembership(true, of: sid, in: "Users", by: system)
            try machine.writeFile(Stage.repository + #"\new"#, [1], by: alice)
            try machine.delete(Stage.repository + #"\src\main.swift"#, by: alice)
            try machine.writeFile(Stage.repository + #"\README.md"#, [2], by: alice)
            try machine.setLabel(.low, of: Stage.repository + #"\src"#, by: alice)
            try machine.edit(
                #"C:\Users\alice\other"#, [ExplicitAccess(.grant, trustee: .everyone, mask: .fileAll)], by: alice)
            try machine.createKey(#"HKLM\SOFTWARE\probe"#, by: system)
            try machine.addFirewallRule(
                SimulatedFirewallRule(name: "rule", direction: .outbound, action: .block), by: system)
        }
        #expect(
            rendered(difference) == [
                "accounts carol", "groups Users", #"files-made C:\Users\alice\repo\new"#,
                #"files-removed C:\Users\alice\repo\src\main.swift"#, #"contents C:\Users\alice\repo\README.md"#,
                #"lists C:\Users\alice\other"#, #"labels C:\Users\alice\repo\src"#,
                #"registry-keys HKLM\SOFTWARE\probe"#, "firewall-rules rule",
            ])
    }

    /// What the documented design leaves, and what a virtual machine does not.
    @Test func designsLeaveWhatTheySay() throws {
        func left(_ design: SandboxDesign) throws -> MachineDifference {
            let (before, _) = try SimulatedMachine.workstation()
            let stage = try Stage(design)
            _ = try stage.start()
            return stage.host.machine.difference(since: before)
        }
        let documented = try left(.elevatedOnWindows)
        #expect(documented.subjects(.accounts) == ["CodexSandboxOffline", "CodexSandboxOnline"])
        #expect(documented.subjects(.lists).contains(Stage.repository))
        #expect(!documented.subjects(.firewallRules).isEmpty && documented.subjects(.labels).isEmpty)
        #expect(try left(.lowIntegrity).subjects(.labels).contains(Stage.repository + #"\README.md"#))
        #expect(try left(.noSandbox).items.isEmpty)
    }

    /// A low label lets every other low process in, a capability nobody else.
    @Test func aLowLabelOpensFilesToOthers() throws {
        for (design, isOpened) in [(SandboxDesign.lowIntegrity, true), (.elevatedOnWindows, false)] {
            let (before, alice) = try SimulatedMachine.workstation()
            let stage = try Stage(design)
            _ = try stage.start()
            var stranger = try #require(before.processes[alice]?.token)
            stranger.integrityLevel = .low
            let opened = stage.host.machine.filesOpened(for: .fileWriteData, to: stranger, since: before)
            #expect(opened.contains(Stage.repository + #"\README.md"#) == isOpened)
        }
    }
}
