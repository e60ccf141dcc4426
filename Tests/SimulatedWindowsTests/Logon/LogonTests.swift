import SimulatedWindows
import Testing
import WindowsSecurity

struct LogonTests {
    @Test(
        arguments: [
            (.disabled(true), 1331), (.lockedOut(true), 1909), (.expired(true), 1793), (.passwordExpired(true), 1330),
            (.mustChangePassword(true), 1907), (.password("other"), 1326), (.disabled(false), 0),
        ] as [(AccountChange, UInt32)])
    func restrictionsHaveWindowsNumbers(change: AccountChange, expected: UInt32) throws {
        var (machine, _) = try SimulatedMachine.workstation()
        try machine.changeUser("bob", change, by: SimulatedMachine.system)
        #expect(code { _ = try machine.logOn("BOB", password: "correct horse bob") } == expected)
    }

    @Test func restrictionsAreToldOnlyToThoseWhoKnowThePassword() throws {
        var (machine, _) = try SimulatedMachine.workstation()
        try machine.changeUser("bob", .disabled(true), by: SimulatedMachine.system)
        #expect(code { _ = try machine.logOn("bob", password: "wrong") } == 1326)
        #expect(code { _ = try machine.logOn("nobody", password: "wrong") } == 1326)
    }

    @Test func tenWrongPasswordsLockAnAccount() throws {
        var (machine, _) = try SimulatedMachine.workstation()
        for _ in 0..<10 { #expect(code { _ = try machine.logOn("bob", password: "wrong") } == 1326) }
        #expect(code { _ = try machine.logOn("bob", password: "correct horse bob") } == 1909)
    }

    @Test func aLogonNeedsItsRight() throws {
        var (machine, _) = try SimulatedMachine.workstation()
        #expect(code { try machine.tryLogon("bob", password: "correct horse bob", type: .batch) } == 1385)
        #expect(code { try machine.tryLogon("alice", password: "correct horse alice", type: .batch) } == 0)
        let bob = try #require(machine.accounts.user("bob")?.sid)
        try machine.setRight(.denyInteractive, true, for: bob, by: SimulatedMachine.system)
        #expect(code { _ = try machine.logOn("bob", password: "correct horse bob") } == 1385)
    }

    @Test func anAdministratorWorksWithTheFilteredHalf() throws {
        let (machine, alice) = try SimulatedMachine.workstation()
        let token = try #require(machine.processes[alice]?.token)
        #expect(token.integrityLevel == .medium)
        #expect(token.elevationType == .limited)
        #expect(token.groups.first { $0.sid == .administrators }?.isDenyOnly == true)
        #expect(!token.holds(.debug))
    }

    @Test func consentIsAskedOfThePersonAtTheMachine() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let setup = ProcessStart(image: "setup.exe", commandLine: "setup")
        #expect(code { _ = try machine.elevate(setup, by: alice) } == 1223)
        machine.answerConsent(.refuse)
        #expect(code { _ = try machine.elevate(setup, by: alice) } == 1223)
        machine.answerConsent(.approve)
        let elevated = try machine.elevate(setup, by: alice)
        #expect(machine.processes[elevated]?.token.integrityLevel == .high)
        #expect(code { try machine.addUser("x", password: "y", by: alice) } == 5)
        #expect(code { try machine.addUser("x", password: "y", by: elevated) } == 0)
        let bob = try machine.logOn("bob", password: "correct horse bob")
        machine.answerConsent(.approve)
        #expect(code { _ = try machine.elevate(setup, by: bob) } == 1223)
        machine.answerConsent(.credentials(user: "alice", password: "correct horse alice"))
        let over = try machine.elevate(setup, by: bob)
        #expect(machine.processes[over]?.token.user.sid == machine.accounts.user("alice")?.sid)
    }

    @Test func aSecretOpensForItsScope() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let bob = try machine.logOn("bob", password: "correct horse bob")
        let mine = try machine.protect(bytes("secret"), scope: .user, by: alice)
        let ours = try machine.protect(bytes("secret"), scope: .machine, by: alice)
        #expect(try machine.unprotect(mine, by: alice) == bytes("secret"))
        #expect(try machine.unprotect(ours, by: bob) == bytes("secret"))
        #expect(code { _ = try machine.unprotect(mine, by: bob) } == 0x8009_000B)
        #expect(code { _ = try machine.unprotect([1, 2], by: bob) } == 87)
        let logon = try #require(machine.processes[alice]?.token.logonSID)
        let restricted = try machine.restrictedToken(
            TokenFilter(flags: [.writeRestricted], restrictingSIDs: [.everyone, logon]), of: alice)
        let child = try machine.createProcess(
            ProcessStart(image: "cmd.exe", commandLine: "cmd"), as: restricted, by: alice)
        #expect(try machine.unprotect(mine, by: child) == bytes("secret"))
    }

    @Test func aProgramDiesAtItsStartWithoutItsDesktop() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let restricted = try machine.restrictedToken(
            TokenFilter(flags: [.writeRestricted], restrictingSIDs: [.everyone]), of: alice)
        let child = try machine.createProcess(
            ProcessStart(image: "cmd.exe", commandLine: "cmd"), as: restricted, by: alice)
        #expect(machine.processes[child]?.exitCode == Int32(bitPattern: 0xC000_0142))
    }
}
