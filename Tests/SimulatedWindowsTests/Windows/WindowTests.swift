import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

struct WindowTests {
    @Test func messagesStayOnADesktopAndGoDownOnly() throws {
        let stage = try Stage()
        let command = try stage.start().process
        let alice = stage.host.user
        func post(_ target: ProcessIdentifier, _ sender: ProcessIdentifier) -> UInt32 {
            code { try stage.host.machine.postMessage(to: target, by: sender) }
        }
        #expect(post(alice, command) == 1400 && post(command, alice) == 1400)
        stage.host.machine.answerConsent(.approve)
        let elevated = try stage.host.machine.elevate(ProcessStart(image: "x.exe", commandLine: "x"), by: alice)
        #expect(post(alice, elevated) == 0 && post(elevated, alice) == 5)
        #expect(post(SimulatedMachine.system, alice) == 1400)
    }

    /// A private desktop is no window station of its own: the clipboard is that of the person.
    @Test func theClipboardBelongsToTheWindowStation() throws {
        let stage = try Stage()
        let command = try stage.start().process
        try stage.host.machine.setClipboard(bytes("secret"), by: stage.host.user)
        #expect(try stage.host.machine.clipboard(by: command) == bytes("secret"))
        #expect(code { _ = try stage.host.machine.clipboard(by: SimulatedMachine.system) } == 1400)
    }

    @Test func aTokenWithoutTheStationHasNoClipboard() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let restricted = try machine.restrictedToken(
            TokenFilter(flags: [.writeRestricted], restrictingSIDs: [.everyone]), of: alice)
        machine.answerConsent(.approve)
        let child = try machine.createProcess(
            ProcessStart(image: "cmd.exe", commandLine: "cmd"), as: restricted, by: alice)
        #expect(machine.processes[child]?.isRunning == false)
        #expect(code { _ = try machine.clipboard(by: child) } == 6)
    }
}
