import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

struct RejectedDesignTests {
    private let file = Stage.repository + #"\README.md"#

    @Test func aRuleOnACapabilityMatchesNothingBecauseTheFirstPassDoesNotKnowIt() throws {
        let stage = try Stage(.capabilityRule)
        let command = try stage.start()
        #expect(try stage.connect("203.0.113.10", 443, by: command.process) == 0)
        let rule = try #require(stage.host.machine.firewall.rules.first)
        let token = try #require(stage.host.machine.processes[command.process]?.token)
        #expect(token.restrictingSIDs?.contains { $0.sid == command.plan.capabilities.first?.sid } == true)
        let (decision, derivation) = try #require(rule.user).explain(token)
        #expect(!decision.isGranted)
        #expect(derivation.steps.contains { $0.kind == .passBegins && $0.pass == .ordinary })
        #expect(!derivation.steps.contains { $0.kind == .entryAllows })
    }

    @Test func aRuleOnAProgramMissesWhatTheProgramStarts() throws {
        let stage = try Stage(.programRule)
        let command = try stage.start(command: ["cmd.exe"]).process
        #expect(try stage.connect("203.0.113.10", 443, by: command) == 10013)
        let child = try stage.host.machine.createProcess(
            ProcessStart(image: "git.exe", commandLine: "git fetch"), by: command)
        #expect(try stage.connect("203.0.113.10", 443, by: child) == 0)
        let mine = try stage.host.machine.createProcess(
            ProcessStart(image: "cmd.exe", commandLine: "cmd"), by: stage.host.user)
        #expect(try stage.connect("203.0.113.10", 443, by: mine) == 10013, "the person's own program is hit too")
    }

    @Test func aRuleOnThePersonHitsAllThePersonDoes() throws {
        let stage = try Stage(.oneAccount)
        let command = try stage.start().process
        #expect(try stage.connect("203.0.113.10", 443, by: command) == 10013)
        #expect(try stage.connect("203.0.113.10", 443, by: stage.host.user) == 10013)
    }

    @Test func variablesStopNobodyWhoDoesNotHeedThem() throws {
        for design in [SandboxDesign.environmentOnly, .unelevatedOnWindows] {
            let stage = try Stage(design)
            let command = try stage.start().process
            #expect(try stage.connect("203.0.113.10", 443, by: command) == 0)
        }
    }

    @Test func aPackageCannotUseThePersonsFilesBecauseNoEntryNamesIt() throws {
        let stage = try Stage(.appContainer)
        let command = try stage.start().process
        #expect(stage.read(file, by: command) == 5)
        #expect(stage.write(file, by: command) == 5)
        #expect(stage.read(#"C:\Windows\System32\cmd.exe"#, by: command) == 0)
        let (_, derivation) = try stage.host.machine.explain(file, .fileReadData, by: command)
        #expect(derivation.steps.contains { $0.pass == .package })
        try stage.host.machine.edit(
            Stage.repository,
            [
                ExplicitAccess(
                    .grant, trustee: .package("sandbox"), mask: .fileModify,
                    inheritance: [.objectInherit, .containerInherit])
            ], by: stage.host.user)
        #expect(stage.write(file, by: command) == 0, "a grant on the person's files makes it work")
    }

    @Test func lowIntegrityOpensTheRootToEveryLowProcess() throws {
        let stage = try Stage(.lowIntegrity)
        var stranger = try #require(stage.host.machine.processes[stage.host.user]?.token)
        stranger.integrityLevel = .low
        let low = try stage.host.machine.createProcess(
            ProcessStart(image: "browser.exe", commandLine: "browser"), as: stranger, by: stage.host.user)
        #expect(stage.write(file, by: low) == 5)
        let command = try stage.start().process
        #expect(stage.write(file, by: command) == 0)
        #expect(stage.write(Stage.other + #"\notes.txt"#, by: command) == 5)
        #expect(stage.write(file, by: low) == 0, "a process that has nothing to do with the sandbox")
        #expect(stage.write(Stage.repository + #"\.git\config"#, by: command) == 0, "labels protect nothing inside")
    }

    @Test func aVirtualMachineWorksOnACopy() throws {
        let stage = try Stage(.virtualMachine)
        let copy = stage.sandbox.entered()
        let command = try copy.start(try copy.plan(try Stage.policy(), arguments: ["cmd.exe"])).process
        try copy.host.machine.writeFile(file, bytes("changed"), by: command)
        #expect(try copy.host.machine.readFile(file, by: command) == bytes("changed"))
        #expect(try stage.host.machine.readFile(file, by: stage.host.user) == bytes("# repo"))
    }

    @Test func withoutASandboxEverythingIsOpen() throws {
        let stage = try Stage(.noSandbox)
        let command = try stage.start().process
        #expect(stage.write(Stage.other + #"\notes.txt"#, by: command) == 0)
        #expect(stage.read(#"C:\Users\alice\.ssh\id_ed25519"#, by: command) == 0)
        #expect(try stage.connect("203.0.113.10", 443, by: command) == 0)
    }

    @Test func onlyAPrivilegeCarriesATokenAcrossTheUserBoundary() throws {
        let stage = try Stage()
        let command = try stage.start().process
        let foreign = try #require(stage.host.machine.processes[command]?.token)
        let number = code {
            _ = try stage.host.machine.createProcess(
                ProcessStart(image: "cmd.exe", commandLine: "cmd"), as: foreign, by: stage.host.user)
        }
        #expect(number == 1314, "why there is a runner")
    }
}
