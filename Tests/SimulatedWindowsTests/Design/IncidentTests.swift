import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

struct IncidentTests {
    /// K1: a workspace whose owner has Modify only cannot be refreshed where the sandbox owns a directory.
    @Test func aForeignDirectoryStopsTheNextCommand() throws {
        let stage = try Stage()
        let alice = stage.host.userSID
        _ = try stage.start()
        try stage.edit(Stage.repository, .grant, try #require(stage.host.sid(of: SandboxGroup.users)), .fileModify)
        let command = try stage.start().process
        try stage.host.machine.makeDirectory(Place.root + ".codex", by: command)
        try stage.host.machine.setList(
            of: Place.root + ".codex",
            to: SecurityDescriptor(
                dacl: .list([.allow(.fileModify, to: alice, flags: [.objectInherit, .containerInherit])]),
                control: .daclProtected), by: SimulatedMachine.system)
        do {
            _ = try stage.start()
            Issue.record("the command ran")
        } catch let failure as SandboxFailure {
            #expect(failure.stage == .grants)
            #expect(failure.error?.code == .accessDenied)
            #expect(failure.error?.subject == #"C:\Users\alice\repo\.codex"#, "the message names the path")
        }
    }

    /// K7: a hard link carries the descriptor of the file, not of the directory it appears in.
    @Test func aHardLinkBringsItsOwnListAlong() throws {
        let stage = try Stage()
        try stage.host.machine.makeHardLink(
            Place.root + "linked", to: Stage.other + #"\notes.txt"#, by: stage.host.user)
        let first = try stage.start().process
        #expect(stage.write(Place.root + "linked", by: first) == 0, "propagation reaches the file through the link")
        #expect(stage.write(Place.outside, by: first) == 0, "and so its other name outside the root")
        try stage.host.machine.makeHardLink(
            Place.root + "later", to: #"C:\Users\alice\.ssh\id_ed25519"#, by: stage.host.user)
        #expect(stage.write(Place.root + "later", by: try stage.start().process) == 5, "a later link is not reached")
    }

    /// K19: the deny on a protected directory outlives the policy that asked for it.
    @Test func aDenyOutlivesItsPolicy() throws {
        let stage = try Stage()
        let command = try stage.start()
        let capability = try stage.capability(of: Stage.repository, command)
        try stage.sandbox.end(command)
        #expect(try stage.entries(Place.root + ".git", of: capability).contains { $0.type.isDeny })
    }

    /// K23: two installations share the accounts, and each setup makes the other's passwords stale.
    @Test func twoInstallationsTakeThePasswordFromEachOther() throws {
        let first = try Stage()
        try first.host.machine.makeDirectory(#"C:\Users\alice\second"#, by: first.host.user)
        let host = SimulatedHost(first.host.machine, user: first.host.user, home: #"C:\Users\alice\second"#)
        host.machine.answerConsent(.approve)
        try SimulatedSandbox(host: host, design: .elevatedOnWindows).install()
        first.host.machine = host.machine
        #expect(throws: SandboxFailure.self) { try first.start() }
        #expect(first.host.machine.lastFailure?.error.code == .cancelled, "it asks for elevation again")
        first.host.machine.answerConsent(.approve)
        _ = try first.start()
    }

    /// K37: a look at the machine shows that the rules are gone, whatever the marker says.
    @Test func verificationSeesThatTheRulesAreGone() throws {
        let stage = try Stage()
        for rule in stage.host.machine.firewall.rules {
            try stage.host.machine.removeFirewallRule(rule.name, by: SimulatedMachine.system)
        }
        stage.host.machine.answerConsent(.approve)
        let statuses = try stage.sandbox.verify()
        #expect(statuses.first { $0.effect == .installFirewall }?.state == .absent)
        #expect(statuses.first { $0.effect == .commitMarker }?.state == .inForce)
    }

    /// K56: a rule for every transport may not name ports.
    @Test func portsNeedATransport() throws {
        let stage = try Stage()
        var rule = SimulatedFirewallRule(name: "x", direction: .outbound, action: .block)
        rule.remotePorts = .all
        let refused = rule
        #expect(code { try stage.host.machine.addFirewallRule(refused, by: SimulatedMachine.system) } == 87)
        rule.transport = .tcp
        let taken = rule
        #expect(code { try stage.host.machine.addFirewallRule(taken, by: SimulatedMachine.system) } == 0)
    }

    /// K57: the documented address lists are understood; other spellings are refused.
    @Test(arguments: [
        "", "127.0.0.0/33", "1.2.3", "::1-127.0.0.1", "5.0.0.0-4.0.0.0", "::/129", "fe80::1%eth0", "1:2:3:4:5:6:7:8:9",
    ])
    func addressListsAreParsedStrictly(text: String) throws {
        #expect(throws: Win32Error.self) { try AddressSet(text) }
        for scope in FirewallRule.Scope.allCases { _ = try AddressSet(scope.remoteAddresses) }
    }
}
