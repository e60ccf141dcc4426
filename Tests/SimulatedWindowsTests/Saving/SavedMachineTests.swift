import Foundation
import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

/// Whole machines in files.
struct SavedMachineTests {
    /// Saves, loads and saves again; everything has to come back.
    private func roundTrip(_ machine: SimulatedMachine, _ user: ProcessIdentifier) throws -> SimulatedMachine {
        let saved = SavedMachine(machine, user: user)
        let bytes = saved.bytes
        let loaded = try SavedMachine(parsing: bytes)
        // Machines are too large to be shown when they differ.
        let isSame = loaded == saved
        #expect(isSame)
        let changed = zip(loaded.machine.calls(), machine.calls()).first { $0 != $1 }
        #expect(changed == nil, "\(changed.map { "\($0.0)\nwas \($0.1)" } ?? "")")
        #expect(loaded.machine.callCount == machine.callCount)
        #expect(loaded.machine.lastFailure == machine.lastFailure)
        let isStable = loaded.bytes == bytes && saved.bytes == bytes
        #expect(isStable)
        return loaded.machine
    }

    @Test(arguments: 0..<12) func aRandomMachineComesBack(seed: UInt64) throws {
        var (machine, alice) = try SimulatedMachine.workstation(seed: seed)
        var walk = RandomWalk(seed: seed &+ 1000, user: alice)
        for _ in 0..<500 { walk.step(&machine) }
        // The walk may have ended alice's shell.
        let isRunning = machine.processes[alice]?.isRunning == true
        var loaded = try roundTrip(machine, isRunning ? alice : SimulatedMachine.system)
        // And it goes on as the other one does.
        var other = walk
        for _ in 0..<100 {
            walk.step(&machine)
            other.step(&loaded)
        }
        let isSame = loaded == machine
        #expect(isSame)
    }

    @Test(arguments: SandboxDesign.windows) func aMachineWithADesignComesBack(design: SandboxDesign) throws {
        let (machine, alice) = try SimulatedMachine.workstation()
        let host = SimulatedHost(machine, user: alice)
        let sandbox = SimulatedSandbox(host: host, design: design)
        host.machine.answerConsent(.approve)
        // Some revisions have incidents in which setup or the first command fails; that machine has to come back too.
        if (try? sandbox.install()) != nil,
            let command = try? sandbox.start(try sandbox.plan(try Stage.policy(), arguments: ["cmd.exe"]))
        {
            for path in [Stage.repository, Stage.other] {
                try? host.machine.writeFile(path + #"\made.txt"#, [1], by: command.process)
            }
        }
        #expect(host.machine.callCount > machine.callCount)
        _ = try roundTrip(host.machine, alice)
    }

    @Test func aCommandInTheMiddleComesBack() throws {
        let stage = try Stage()
        let plan = try stage.sandbox.plan(
            try Stage.policy(), arguments: ["cmd", "/c", "echo a & timeout /t 9 & echo b"])
        var session = try stage.sandbox.open(plan)
        _ = session.wait(2000)
        _ = try roundTrip(stage.host.machine, stage.host.user)
        _ = session.wait(60000)
        _ = try roundTrip(stage.host.machine, stage.host.user)
    }

    /// A file that a person wrote: whoever changes what is saved notices here.
    @Test func theExampleIsLoadedAndSavedAsItIs() throws {
        let file = Fixtures.repository.appending(path: "Fixtures/machines/bare.json")
        let bytes = Array(try Data(contentsOf: file))
        var saved = try SavedMachine(parsing: bytes)
        #expect(saved.bytes == bytes && saved.machine.name == "BARE")
        #expect(try saved.machine.list(#"C:\work"#, by: saved.user).map(\.name.text) == ["one.txt", "two.txt"])
    }

    /// Every reading is another one than usual; a new question is missed here until it is saved.
    @Test func seedAndQuestionsComeBack() throws {
        var questions = OpenQuestions()
        let flags: [WritableKeyPath<OpenQuestions, Bool>] = [
            \.secondPassCoversReads, \.maximumLosesWritesOnly, \.ownerMustBeRestrictingSID,
            \.restrictingSIDsBindAppContainers, \.emptyRequestSucceeds, \.typedDenyCoversObjectWithoutList,
            \.deleteChildIsAWriteRight, \.filterEngineRunsSecondPass, \.limitedUserOwnsNewObjects,
            \.inheritanceDropsDuplicates, \.explicitListsInheritBesides, \.denyOnlyGroupsStayMandatory,
            \.capabilityIsRefusedAsRestrictingSID, \.revocationKeepsDenials, \.secondaryLogonKeepsSessions,
        ]
        for flag in flags { questions[keyPath: flag].toggle() }
        questions.appContainerWaivesLabelsUpTo = .low
        questions.privilegesOfLimitedUser = PrivilegeSet([.shutdown])
        func readings(_ questions: OpenQuestions) -> [String] {
            let outer = Mirror(reflecting: questions).children.filter { $0.label != "ofAccessCheck" }
            return (outer + Mirror(reflecting: questions.ofAccessCheck).children).map { "\($0.value)" }
        }
        let pairs = zip(readings(questions), readings(OpenQuestions()))
        #expect(pairs.allSatisfy { $0 != $1 } && readings(questions).count == flags.count + 2)
        let machine = SimulatedMachine(seed: .max, questions: questions)
        #expect(try roundTrip(machine, SimulatedMachine.system).questions == questions)
    }

    @Test(
        arguments: [
            (#"{"format":2,"name":"A","seed":1,"questions":{},"user":4,"calls":[]}"#, .value, "format"),
            (#"{"format":1,"name":"A","seed":-1,"questions":{},"user":4,"calls":[]}"#, .value, "seed"),
            (#"{"format":1,"name":"A","seed":1,"questions":{},"user":8,"calls":[]}"#, .value, "user"),
            (#"{"format":1,"name":"A","seed":1,"questions":{},"calls":[]}"#, .member, "user"),
            (#"{"format":1,"name":"A","seed":1,"questions":{"x":true},"user":4,"calls":[]}"#, .unknown, "questions.x"),
            (#"{"format":1,"name":"A","seed":1,"questions":{},"user":4,"calls":[],"log":[]}"#, .unknown, "log"),
            (call(#"{"jump":[4]}"#), .unknown, "calls[1].jump"),
            (call(#"{}"#), .member, "calls[1]"),
            (call(#"{"passTime":[1],"drawRandom":[2,4]}"#), .member, "calls[1]"),
            (call(#"{"passTime":[1,2]}"#), .unknown, "calls[1].passTime[1]"),
            (call(#"{"passTime":[]}"#), .member, "calls[1].passTime[0]"),
            (call(#"{"passTime":{"_0":1}}"#), .member, "calls[1].passTime"),
            (call(#"{"passTime":[18446744073709551616]}"#), .value, "calls[1].passTime[0]"),
            (call(#"{"setOwner":["S-1-x","C:\\",4]}"#), .value, "calls[1].setOwner[0]"),
            (call(#"{"makeDirectory":["C:\\a","D:(A;;FA;;;XX)",4]}"#), .value, "calls[1].makeDirectory[1]"),
            (call(#"{"write":["base64:#",4,4]}"#), .value, "calls[1].write[0]"),
        ] as [(String, MachineFileError.Reason, String)])
    func aCorruptFileIsRefusedWithItsPlace(text: String, reason: MachineFileError.Reason, place: String) {
        do throws(MachineFileError) {
            _ = try SavedMachine(parsing: bytes(text))
            Issue.record("it was taken")
        } catch {
            #expect(error.reason == reason && error.place == place, "\(error)")
            #expect(error.offset < text.utf8.count && error.column == error.offset + 1 && error.line == 1, "\(error)")
        }
    }

    private static func call(_ text: String) -> String {
        #"{"format":1,"name":"A","seed":1,"questions":{},"user":4,"calls":[{"passTime":[1]},"# + text + "]}"
    }

    @Test func bytesThatAreNoUTF8AreRefusedWithTheirPlace() throws {
        let (machine, alice) = try SimulatedMachine.workstation()
        var bytes = SavedMachine(machine, user: alice).bytes
        let place = try #require(bytes.firstIndex(of: UInt8(ascii: "w")))
        bytes[place] = 0xFF
        do throws(MachineFileError) {
            _ = try SavedMachine(parsing: bytes)
            Issue.record("it was taken")
        } catch {
            #expect(error.reason == .notJSON && error.offset == place, "\(error)")
        }
    }

    /// A file that ends too early is refused wherever it ends, and says where.
    @Test func aTruncatedFileIsRefused() throws {
        var machine = SimulatedMachine()
        machine.formatDrive("C")
        try machine.makeDirectory(#"C:\é"#, by: SimulatedMachine.system)
        let bytes = SavedMachine(machine, user: SimulatedMachine.system).bytes
        #expect(throws: Never.self) { try SavedMachine(parsing: bytes) }
        for length in 0..<bytes.count - 1 {
            do throws(MachineFileError) {
                _ = try SavedMachine(parsing: Array(bytes[..<length]))
                Issue.record("\(length) bytes were taken")
            } catch {
                #expect(error.reason == .notJSON && error.offset <= length, "\(error)")
            }
        }
    }
}
