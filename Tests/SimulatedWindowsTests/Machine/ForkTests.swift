import SimulatedWindows
import Testing
import WindowsSecurity

struct ForkTests {
    @Test func aForkNeverShowsInTheOriginal() throws {
        let (machine, alice) = try SimulatedMachine.workstation()
        let untouched = machine
        var fork = machine
        try fork.writeFile(#"C:\Users\alice\repo\README.md"#, bytes("fork"), by: alice)
        try fork.delete(#"C:\Users\alice\other\notes.txt"#, by: alice)
        try fork.edit(
            #"C:\Users\alice\repo"#, [ExplicitAccess(.deny, trustee: .everyone, mask: .fileWriteData)], by: alice)
        _ = try fork.addUser("carol", password: "x", by: SimulatedMachine.system)
        #expect(machine == untouched)
        #expect(fork != machine)
        var original = machine
        #expect(try original.readFile(#"C:\Users\alice\repo\README.md"#, by: alice) == bytes("# repo"))
        #expect(try original.readFile(#"C:\Users\alice\other\notes.txt"#, by: alice) == bytes("notes"))
    }

    @Test(arguments: 0..<12)
    func replayGivesTheIdenticalMachine(seed: UInt64) throws {
        var (machine, alice) = try SimulatedMachine.workstation(seed: seed)
        let start = machine
        var walk = RandomWalk(seed: seed, user: alice)
        for _ in 0..<200 { walk.step(&machine) }
        var again = start
        again.replay(machine.calls(from: start.callCount))
        #expect(again == machine)
        #expect(machine.callCount >= start.callCount + 200)
        #expect(walk.succeeded > 20 && walk.failed > 20)
    }
}

/// Random calls of a user, some of which must fail.
struct RandomWalk {
    private var random: MachineRandom
    private let user: ProcessIdentifier
    private(set) var succeeded = 0
    private(set) var failed = 0

    init(seed: UInt64, user: ProcessIdentifier) {
        random = MachineRandom(seed: seed &+ 77)
        self.user = user
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(random.next() % UInt64(elements.count))]
    }

    private mutating func path() -> String {
        let top = pick([#"C:\Users\alice\repo"#, #"C:\Users\alice\other"#, #"C:\Windows"#, #"C:\"#])
        return top + "\\" + pick(["a", "B", "src", "readme.MD", "a\\b", "c:s"])
    }

    mutating func step(_ machine: inout SimulatedMachine) {
        let process = pick([user, user, SimulatedMachine.system])
        let choice = random.next() % 12
        let (first, second) = (path(), path())
        do {
            switch choice {
            case 0, 1: try machine.writeFile(first, bytes(second), by: process)
            case 2: try machine.makeDirectory(first, by: process)
            case 3: try machine.delete(first, by: process)
            case 4: try machine.rename(first, to: second, replaces: true, by: process)
            case 5: try machine.makeHardLink(first, to: second, by: process)
            case 6: try machine.makeLink(first, to: .junction(second), isDirectory: true, by: process)
            case 7:
                let wish = ExplicitAccess(
                    pick([.grant, .deny, .set, .revoke]), trustee: pick([.everyone, .users]),
                    mask: pick([.fileModify, .delete]), inheritance: [.objectInherit, .containerInherit])
                try machine.edit(first, [wish], by: process)
            case 8: _ = try machine.list(first, by: process)
            case 9: _ = try machine.addUser(pick(["x", "y", "z"]), password: second, by: process)
            case 10: _ = try machine.createProcess(ProcessStart(image: "cmd.exe", commandLine: "cmd"), by: process)
            default: _ = try machine.readFile(first, by: process)
            }
            succeeded += 1
        } catch {
            failed += 1
        }
    }
}
