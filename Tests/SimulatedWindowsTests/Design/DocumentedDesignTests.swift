import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

struct DocumentedDesignTests {
    private let root = Stage.repository + "\\"

    @Test func setupPutsEveryEffectInForceAndUninstallTakesAllBack() throws {
        let (machine, alice) = try SimulatedMachine.workstation()
        let host = SimulatedHost(machine, user: alice)
        let sandbox = SimulatedSandbox(host: host, design: .elevatedOnWindows)
        host.machine.answerConsent(.refuse)
        #expect(throws: SetupError.self) { try sandbox.install() }
        for _ in 0..<4 { host.machine.answerConsent(.approve) }
        let outcomes = try sandbox.install()
        #expect(outcomes.allSatisfy { $0.step == .apply })
        #expect(try sandbox.verify().allSatisfy { $0.state == .inForce })
        let again = try sandbox.install().filter { $0.step != .keep }
        #expect(again.map(\.effect) == [.createRegistry, .commitMarker], "new passwords every time")
        try sandbox.uninstall()
        #expect(host.machine.accounts.users == machine.accounts.users)
        #expect(host.machine.accounts.groups == machine.accounts.groups)
        #expect(host.machine.firewall.rules.isEmpty && host.machine.firewall.filters.isEmpty)
        #expect(try host.machine.list(host.installation.home, by: alice).isEmpty)
    }

    @Test func aCommandWritesInsideTheRootAndNowhereElse() throws {
        let stage = try Stage()
        let command = try stage.start().process
        #expect(stage.write(root + "new.txt", by: command) == 0)
        #expect(stage.write(root + "README.md", by: command) == 0)
        #expect(stage.delete(root + "README.md", by: command) == 0)
        #expect(code { try stage.host.machine.makeDirectory(root + "made", by: command) } == 0)
        #expect(code { try stage.host.machine.rename(root + "new.txt", to: root + "moved.txt", by: command) } == 0)
        for path in [
            Stage.other + #"\notes.txt"#, Stage.other + #"\new.txt"#, #"C:\Windows\new.txt"#, #"C:\new.txt"#,
            #"C:\Users\Public\new.txt"#, #"C:\Users\alice\.codex\cap_sid"#,
        ] { #expect(stage.write(path, by: command) == 5, "\(path)") }
    }

    @Test func theRepositoryDirectoryCannotBeReplaced() throws {
        let stage = try Stage()
        let command = try stage.start().process
        #expect(stage.write(root + #".git\config"#, by: command) == 5)
        #expect(stage.write(root + #".git\hooks"#, by: command) == 5)
        #expect(stage.delete(root + #".git\config"#, by: command) == 5)
        #expect(stage.delete(root + ".git", by: command) == 5)
        #expect(code { try stage.host.machine.rename(root + ".git", to: root + "old", by: command) } == 5)
        #expect(code { try stage.host.machine.makeDirectory(root + ".git", by: command) } == 183)
        #expect(stage.read(root + #".git\config"#, by: command) == 0)
    }

    @Test func theOfflineAccountReachesNobody() throws {
        let stage = try Stage()
        let command = try stage.start().process
        #expect(try stage.connect("203.0.113.10", 443, by: command) == 10013)
        #expect(try stage.connect("203.0.113.10", 443, by: stage.host.user) == 0)
        let online = try stage.start(try Stage.policy(network: .enabled)).process
        #expect(try stage.connect("203.0.113.10", 443, by: online) == 0)
    }

    @Test func theTokenIsTheDocumentedOne() throws {
        let stage = try Stage()
        let command = try stage.start()
        let token = try #require(stage.host.machine.processes[command.process]?.token)
        let offline = try #require(stage.host.sid(of: Principal.offline))
        let capabilities = command.plan.capabilities.map(\.sid)
        #expect(
            token.restrictingSIDs?.map(\.sid) == capabilities + [offline, try #require(token.logonSID), .everyone])
        #expect(token.isWriteRestricted)
        #expect(token.privileges.privileges == [.changeNotify])
        #expect(token.user.sid == offline)
        #expect(
            stage.host.machine.processes[command.process]?.desktop.hasPrefix(#"WinSta0\CodexSandboxDesktop-"#) == true)
    }

    @Test func everyMachineReplaysToTheSame() throws {
        let (start, alice) = try SimulatedMachine.workstation()
        let host = SimulatedHost(start, user: alice)
        let sandbox = SimulatedSandbox(host: host, design: .elevatedOnWindows)
        host.machine.answerConsent(.approve)
        try sandbox.install()
        let command = try sandbox.start(try sandbox.plan(try Stage.policy(), arguments: ["cmd.exe"]))
        try host.machine.writeFile(root + "new", bytes("1"), by: command.process)
        try sandbox.end(command)
        var again = start
        again.replay(host.machine.calls(from: start.callCount))
        #expect(again == host.machine)
    }

    @Test func aStalePasswordHealsItselfOnce() throws {
        let stage = try Stage()
        let machine = stage.host.machine
        stage.host.machine.answerConsent(.approve)
        try stage.host.machine.changeUser(
            Principal.offline.accountName, .password("somebody else's"), by: SimulatedMachine.system)
        _ = try stage.start()
        #expect(stage.host.machine.consent.isEmpty)
        stage.host.machine = machine
        try stage.host.machine.changeUser(
            Principal.offline.accountName, .password("somebody else's"), by: SimulatedMachine.system)
        #expect(throws: SandboxFailure.self) { try stage.start() }
    }
}
