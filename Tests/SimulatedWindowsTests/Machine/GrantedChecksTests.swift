import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

/// The checks that granted are told to who listens, whatever was protected.
struct GrantedChecksTests {
    /// What is asked on a workstation with alice's process, and what the objects are called.
    private func objects(
        _ body: (inout SimulatedMachine, ProcessIdentifier) throws -> Void
    ) throws -> [String] {
        var (machine, alice) = try SimulatedMachine.workstation()
        try machine.addShare("Users", of: #"C:\Users"#, by: SimulatedMachine.system)
        try machine.createPipe(
            "talk",
            descriptor: SecurityDescriptor(
                owner: .localSystem, group: .localSystem, dacl: .list([.allow(.genericAll, to: .everyone)])),
            by: SimulatedMachine.system)
        machine.grantedChecks = []
        try body(&machine, alice)
        let checks = try #require(machine.grantedChecks)
        #expect(checks.allSatisfy { $0.isGranted || $0.type == .file }, "only files are granted by their directory")
        return checks.map(\.object)
    }

    @Test func filesAndTheirDirectories() throws {
        let file = #"C:\Users\alice\other\notes.txt"#
        #expect(try objects { _ = try $0.readFile(file, by: $1) } == [file])
        #expect(
            try objects { try $0.writeFile(#"C:\Users\alice\other\new"#, [1], by: $1) } == [#"C:\Users\alice\other"#])
        #expect(
            try objects { try $0.rename(file, to: #"C:\Users\alice\notes.txt"#, by: $1) } == [file, #"C:\Users\alice"#])
    }

    /// NTFS lets who may delete children of a directory delete a file whose own list says no.
    @Test func aDirectoryStandsInForAFile() throws {
        let file = #"C:\Users\alice\other\notes.txt"#
        var (machine, alice) = try SimulatedMachine.workstation()
        let descriptor = SecurityDescriptor(
            owner: .administrators, group: .localSystem, dacl: .list([.allow(.fileGenericRead, to: .everyone)]),
            control: .daclProtected)
        try machine.setList(of: file, to: descriptor, by: SimulatedMachine.system)
        machine.grantedChecks = []
        try machine.delete(file, by: alice)
        let checks = try #require(machine.grantedChecks)
        #expect(checks.map(\.object) == [file, #"C:\Users\alice\other"#])
        #expect(checks.map(\.isGranted) == [false, true] && checks.last?.request.desired == .fileDeleteChild)
    }

    @Test func keysPipesAndProcesses() throws {
        let key = #"HKLM\SOFTWARE"#
        let made = try objects { machine, _ in
            try machine.createKey(key + #"\Probe"#, by: SimulatedMachine.system)
        }
        #expect(made == [key])
        #expect(try objects { try $0.connectPipe("talk", by: $1) } == [#"\\.\pipe\talk"#])
        let terminate = AccessMask(rawValue: 1)
        #expect(try objects { try $0.openProcess($1, terminate, by: $1) }.map { $0.prefix(8) } == ["process "])
    }

    /// The server of a share asks the share's own list and then the file's, as the caller's account in a logon of its own.
    @Test func sharesAndWhatLiesInThem() throws {
        let objects = try objects { _ = try $0.readFile(#"\\localhost\Users\alice\other\notes.txt"#, by: $1) }
        #expect(objects == ["share Users", #"C:\Users\alice\other\notes.txt"#])
    }

    @Test func nobodyListens() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        _ = try machine.readFile(#"C:\Users\alice\other\notes.txt"#, by: alice)
        #expect(machine.grantedChecks == nil)
    }
}
