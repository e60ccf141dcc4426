import Foundation
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

    /// The log of a walk over the whole surface gives the machine again, from the state before it and from nothing.
    @Test(arguments: 0..<12)
    func replayGivesTheIdenticalMachine(seed: UInt64) throws {
        var (machine, alice) = try SimulatedMachine.workstation(seed: seed)
        let start = machine
        var walk = RandomWalk(seed: seed, user: alice)
        for _ in 0..<500 { walk.step(&machine) }
        var again = start
        again.replay(machine.calls(from: start.callCount))
        #expect(again == machine && again.lastFailure == machine.lastFailure)
        var anew = SimulatedMachine(seed: seed)
        anew.replay(machine.calls())
        #expect(anew == machine && anew.calls() == machine.calls())
        #expect(walk.succeeded > 60 && walk.failed > 60, "\(walk.succeeded) calls succeeded, \(walk.failed) failed")
    }

    /// Forks that walk on by themselves come to where a machine comes that walks alone, and the original stays.
    @Test(arguments: 0..<6)
    func forksWalkIndependently(seed: UInt64) throws {
        var (trunk, alice) = try SimulatedMachine.workstation(seed: seed)
        var walk = RandomWalk(seed: seed, user: alice)
        for _ in 0..<150 { walk.step(&trunk) }
        let text = SavedMachine(trunk, user: alice).bytes
        var forks = [trunk, trunk, trunk]
        var walks = (0..<3).map { RandomWalk(seed: seed * 3 + UInt64($0), user: alice) }
        for _ in 0..<150 { for index in forks.indices { walks[index].step(&forks[index]) } }
        #expect(SavedMachine(trunk, user: alice).bytes == text)
        for (index, fork) in forks.enumerated() {
            var alone = SimulatedMachine(seed: seed)
            alone.replay(trunk.calls())
            #expect(alone == trunk)
            var again = RandomWalk(seed: seed * 3 + UInt64(index), user: alice)
            for _ in 0..<150 { again.step(&alone) }
            #expect(alone == fork, "fork \(index)")
        }
    }

    /// The walk makes every call there is, and each of them succeeds and fails where it can.
    @Test func theWalkMakesEveryCall() throws {
        let source = Fixtures.repository.appending(path: "Platforms/SimulatedWindows/Machine/MachineCall.swift")
        let calls = Set(
            try String(contentsOf: source, encoding: .utf8).matches(of: /case (\w+)\(/).map { String($0.output.1) })
        #expect(calls.count > 80)
        var made: Set<String> = []
        for seed in 0..<12 as Range<UInt64> {
            var (machine, alice) = try SimulatedMachine.workstation(seed: seed)
            var walk = RandomWalk(seed: seed, user: alice)
            for _ in 0..<500 { walk.step(&machine) }
            made.formUnion(machine.calls().compactMap { Mirror(reflecting: $0).children.first?.label })
        }
        #expect(calls.subtracting(made).isEmpty, "never made: \(calls.subtracting(made).sorted())")
    }
}
