import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

struct ShareTests {
    private func machine() throws -> (machine: SimulatedMachine, alice: ProcessIdentifier) {
        var (machine, alice) = try SimulatedMachine.workstation()
        try machine.addShare("Users", of: #"C:\Users"#, by: SimulatedMachine.system)
        machine.addRemoteShare("Public", on: "files.example")
        return (machine, alice)
    }

    @Test(arguments: [#"\\DESKTOP\users"#, #"\\localhost\Users"#, #"\\127.0.0.1\Users"#, #"\\?\UNC\localhost\Users"#])
    func theServerOfThisMachineActsForTheCaller(root: String) throws {
        var (machine, alice) = try machine()
        let bob = try machine.logOn("bob", password: "correct horse bob")
        let path = root + #"\alice\other\notes.txt"#
        #expect(try machine.readFile(path, by: alice) == bytes("notes"))
        try machine.writeFile(path, bytes("over the network"), by: alice)
        #expect(try machine.readFile(#"C:\Users\alice\other\notes.txt"#, by: alice) == bytes("over the network"))
        #expect(code { _ = try machine.readFile(path, by: bob) } == 5)
        #expect(code { _ = try machine.list(root + #"\nobody"#, by: alice) } == 3)
    }

    /// The server logs the account on anew, so a restricting SID of the caller's own token does not reach it.
    @Test func whatRestrictsATokenIsNotCarriedOver() throws {
        var (machine, alice) = try machine()
        let logon = try #require(machine.processes[alice]?.token.logonSID)
        let restricted = try machine.restrictedToken(
            TokenFilter(flags: [.writeRestricted], restrictingSIDs: [.everyone, logon]), of: alice)
        let command = try machine.createProcess(
            ProcessStart(image: "cmd.exe", commandLine: "cmd"), as: restricted, by: alice)
        let local = #"C:\Users\alice\other\notes.txt"#
        #expect(code { try machine.writeFile(local, [1], by: command) } == 5)
        #expect(code { try machine.writeFile(#"\\localhost\Users\alice\other\notes.txt"#, [1], by: command) } == 0)
    }

    @Test func filtersOnTheCallerCount() throws {
        let stage = try Stage()
        try stage.host.machine.addShare("Users", of: #"C:\Users"#, by: SimulatedMachine.system)
        let command = try stage.start().process
        #expect(stage.write(#"\\localhost\Users\alice\repo\x"#, by: command) == 53)
        #expect(stage.host.machine.lastFailure?.check?.object.contains("filter codex_wfp_smb_445_v4") == true)
        let online = try stage.start(try Stage.policy(network: .enabled)).process
        #expect(stage.read(#"\\localhost\Users\Public"#, by: online) == 5)
        #expect(stage.write(#"\\localhost\Users\alice\repo\x"#, by: online) == 0)
    }

    @Test func administrativeSharesAreForFullAdministrators() throws {
        var (machine, alice) = try machine()
        #expect(code { _ = try machine.list(#"\\localhost\C$"#, by: alice) } == 5)
        machine.answerConsent(.approve)
        let elevated = try machine.elevate(ProcessStart(image: "x.exe", commandLine: "x"), by: alice)
        #expect(code { _ = try machine.list(#"\\localhost\C$\Windows"#, by: elevated) } == 5)
        let policy = #"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"#
        try machine.createKey(policy, by: SimulatedMachine.system)
        try machine.setValue(
            RegistryValue("LocalAccountTokenFilterPolicy", .number(1)), in: policy, by: SimulatedMachine.system)
        #expect(try machine.list(#"\\localhost\C$\Windows"#, by: alice).map(\.name.text) == ["System32"])
        #expect(try machine.list(#"\\localhost\ADMIN$"#, by: alice).map(\.name.text) == ["System32"])
    }

    @Test func aLogonOverTheNetworkNeedsItsRight() throws {
        var (machine, alice) = try machine()
        let sid = try #require(machine.accounts.user("alice")?.sid)
        try machine.setRight(.denyNetwork, true, for: sid, by: SimulatedMachine.system)
        #expect(code { _ = try machine.list(#"\\localhost\Users"#, by: alice) } == 1385)
    }

    @Test func theShareItselfLimitsWhatCanBeDone() throws {
        var (machine, alice) = try machine()
        let reading = SecurityDescriptor(
            owner: .administrators, group: .localSystem,
            dacl: .list([.allow([.fileGenericRead, .fileGenericExecute], to: .everyone)]))
        try machine.addShare("Look", of: #"C:\Users\alice"#, descriptor: reading, by: SimulatedMachine.system)
        let path = #"\\localhost\Look\other\notes.txt"#
        #expect(code { _ = try machine.readFile(path, by: alice) } == 0)
        #expect(code { try machine.writeFile(path, [1], by: alice) } == 5)
        #expect(machine.lastFailure?.check?.object == "share Look")
        #expect(code { try machine.rename(path, to: #"\\localhost\Look\notes.txt"#, by: alice) } == 5)
        #expect(code { try machine.makeHardLink(#"\\localhost\Look\notes.txt"#, to: path, by: alice) } == 5)
        #expect(code { try machine.writeFile(#"\\localhost\Look\other\new"#, [1], by: alice) } == 5)
        #expect(code { try machine.addShare("x", of: #"C:\Users"#, by: alice) } == 5)
        #expect(code { try machine.addShare("look", of: #"C:\"#, by: SimulatedMachine.system) } == 2118)
    }

    @Test func whoMayNothingInAShareIsToldByItsList() throws {
        var (machine, alice) = try machine()
        let closed = SecurityDescriptor(
            owner: .administrators, group: .localSystem, dacl: .list([.allow(.fileAll, to: .administrators)]))
        try machine.addShare("Closed", of: #"C:\Users\alice"#, descriptor: closed, by: SimulatedMachine.system)
        #expect(code { _ = try machine.readFile(#"\\localhost\Closed\other\notes.txt"#, by: alice) } == 5)
        let check = try #require(machine.lastFailure?.check)
        #expect(check.object == "share Closed" && check.descriptor == closed)
    }

    @Test func otherMachinesHaveSharesToo() throws {
        var (machine, alice) = try machine()
        try machine.writeFile(#"\\files.example\Public\a.txt"#, bytes("far"), by: alice)
        #expect(try machine.readFile(#"\\198.51.100.7\public\a.txt"#, by: alice) == bytes("far"))
        #expect(code { _ = try machine.list(#"\\files.example\Nothing"#, by: alice) } == 67)
        #expect(code { _ = try machine.list(#"\\example.com\Public"#, by: alice) } == 53)
        #expect(code { _ = try machine.list(#"\\nowhere\Public"#, by: alice) } == 53)
        #expect(
            code {
                try machine.rename(#"\\files.example\Public\a.txt"#, to: #"C:\Users\alice\a.txt"#, by: alice)
            } == 17)
    }

    @Test(arguments: ["LanmanWorkstation", "LanmanServer"]) func withoutTheServicesNothingIsReached(name: String) throws
    {
        var (machine, alice) = try machine()
        try machine.stopService(name, by: SimulatedMachine.system)
        #expect(code { _ = try machine.list(#"\\localhost\Users"#, by: alice) } == 53)
    }

    @Test func theServerFollowsJunctionsAndTheCallerSymbolicLinks() throws {
        var (machine, alice) = try machine()
        try machine.makeLink(
            #"C:\Users\alice\junction"#, to: .junction(#"C:\Users\alice\other"#), isDirectory: true, by: alice)
        try machine.makeLink(
            #"C:\Users\alice\link"#, to: .symbolicLink(#"C:\Users\alice\other"#), isDirectory: true,
            by: SimulatedMachine.system)
        for name in ["junction", "link"] {
            #expect(
                try machine.readFile(#"\\localhost\Users\alice\"# + name + #"\notes.txt"#, by: alice) == bytes("notes"))
        }
    }
}
