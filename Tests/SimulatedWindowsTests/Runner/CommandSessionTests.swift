import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

/// A command carried out behind the runner's pipes: streams, time, and its end.
struct CommandSessionTests {
    /// With a runner, without one, and without a sandbox.
    static let designs: [SandboxDesign] = [.elevatedOnWindows, .unelevatedOnWindows]

    private func session(
        _ stage: Stage, _ line: String, timeout: UInt32? = nil, input: Bool = false, terminal: Bool = false
    ) throws -> CommandSession {
        let plan = try stage.sandbox.plan(
            try Stage.policy(), arguments: ["cmd", "/c", line], timeoutMilliseconds: timeout)
        return try stage.sandbox.open(plan, usesTerminal: terminal, standardInputIsOpen: input)
    }

    @Test(arguments: designs) func outputErrorsAndCodeArrive(design: SandboxDesign) throws {
        let stage = try Stage(design)
        var session = try session(stage, "echo out & echo err 1>&2 & exit 7")
        let captured = try session.capture()
        #expect(captured.output == bytes("out\r\n") && captured.errors == bytes("err\r\n") && captured.code == 7)
        #expect(!captured.isTimedOut)
        #expect(stage.host.machine.processes[session.command.process]?.exitCode == 7)
    }

    @Test(arguments: designs, [0, 1, 8191, 8192, 8193, 100_000])
    func longOutputArrivesWholeAndInOrder(design: SandboxDesign, length: Int) throws {
        let stage = try Stage(design)
        let content = (0..<length).map { UInt8(truncatingIfNeeded: $0 / 7) }
        try stage.host.machine.writeFile(Stage.repository + #"\long"#, content, by: stage.host.user)
        var session = try session(stage, "type long")
        let messages = session.wait(1000)
        let chunks = messages.compactMap { message -> [UInt8]? in
            if case .output(.standardOutput, let bytes) = message { bytes } else { nil }
        }
        #expect(chunks.flatMap(\.self) == content)
        #expect(chunks.allSatisfy { $0.count <= 8192 } && chunks.count == (length + 8191) / 8192)
        #expect(messages.last == .exit(code: 0, timedOut: false))
    }

    @Test(arguments: designs) func inputIsReadUntilItsEnd(design: SandboxDesign) throws {
        let stage = try Stage(design)
        var session = try session(stage, "more & echo done", input: true)
        #expect(session.wait(1000).isEmpty)
        session.send(.standardInput(bytes("one ")))
        #expect(session.wait(1000) == [.output(.standardOutput, bytes("one "))])
        session.send(.standardInput(bytes("two\n")))
        session.send(.closeStandardInput)
        session.send(.standardInput(bytes("lost")))
        #expect(
            session.wait(1000) == [
                .output(.standardOutput, bytes("two\ndone\r\n")), .exit(code: 0, timedOut: false),
            ])
    }

    @Test(arguments: designs) func withoutInputTheCommandMeetsTheEndAtOnce(design: SandboxDesign) throws {
        let stage = try Stage(design)
        var session = try session(stage, "more & echo done")
        #expect(session.wait(0).last == .exit(code: 0, timedOut: false))
    }

    @Test(arguments: designs) func aTerminalHasOneStream(design: SandboxDesign) throws {
        let stage = try Stage(design)
        var session = try session(stage, "echo a & echo b 1>&2 & echo c", terminal: true)
        #expect(try session.capture().output == bytes("a\r\nb\r\nc\r\n"))
    }

    @Test(arguments: designs) func whenItsTimeIsOverEverythingIsEnded(design: SandboxDesign) throws {
        let stage = try Stage(design)
        var session = try session(stage, "start /b timeout /t 100 & echo begun & timeout /t 50", timeout: 2000)
        let before = stage.host.machine.clock
        let captured = try session.capture()
        #expect(captured.code == 192 && captured.isTimedOut)
        #expect(String(decoding: captured.output, as: UTF8.self).contains("begun"))
        #expect(stage.host.machine.clock == before + 2000)
        let job = session.command.job
        #expect(stage.host.machine.processes.values.allSatisfy { $0.job != job || !$0.isRunning })
    }

    @Test(arguments: designs) func aTimeThatIsNotOverChangesNothing(design: SandboxDesign) throws {
        let stage = try Stage(design)
        var session = try session(stage, "timeout /t 1 & exit 3", timeout: 2000)
        let captured = try session.capture()
        #expect(captured.code == 3 && !captured.isTimedOut)
    }

    @Test(arguments: designs) func cancellingEndsEverythingAndIsNoTimeOut(design: SandboxDesign) throws {
        let stage = try Stage(design)
        var session = try session(stage, "start /b timeout /t 100 & timeout /t 50", timeout: 60_000)
        #expect(!session.wait(500).contains { if case .exit = $0 { true } else { false } })
        session.send(.terminate)
        #expect(session.wait(50).last == .exit(code: 1, timedOut: false))
        let job = session.command.job
        #expect(stage.host.machine.processes.values.allSatisfy { $0.job != job || !$0.isRunning })
    }

    @Test(arguments: designs) func whatIsLeftBehindGoesOnAndDelaysTheEndForALittleOnly(design: SandboxDesign) throws {
        let stage = try Stage(design.changed("drains") { $0.processes.drainMilliseconds = 5000 })
        var session = try session(stage, "start /b timeout /t 100 & echo gone")
        let before = stage.host.machine.clock
        #expect(try session.capture().code == 0)
        #expect(stage.host.machine.clock == before + 5000)
        let left = stage.host.machine.processes.values.filter { $0.job == session.command.job && $0.isRunning }
        #expect(left.map(\.image) == [#"C:\Windows\System32\timeout.exe"#])
    }

    @Test(arguments: designs) func aChildThatKeepsTheOutputIsHeard(design: SandboxDesign) throws {
        let stage = try Stage(design)
        var session = try session(stage, #"start /b cmd /c timeout /t 2 ^& echo late & echo early"#)
        let text = String(decoding: try session.capture().output, as: UTF8.self)
        #expect(text.hasPrefix("early\r\n") && text.hasSuffix("late\r\n"))
    }

    @Test func aCommandThatIsNotThereIsNotStarted() throws {
        let stage = try Stage()
        let plan = try stage.sandbox.plan(try Stage.policy(), arguments: ["nothing.exe"])
        do throws(SandboxFailure) {
            _ = try stage.sandbox.open(plan)
            Issue.record("it started")
        } catch {
            #expect(error.stage == .handshake && error.error?.code.rawValue == 2)
        }
        #expect(stage.host.machine.pipes.isEmpty)
    }

    @Test(arguments: designs) func theCommandIsConfined(design: SandboxDesign) throws {
        let stage = try Stage(design)
        var session = try session(stage, #"echo x> new.txt && echo x> ..\other\new.txt || type src\main.swift"#)
        let captured = try session.capture()
        #expect(captured.errors == bytes("Access is denied.\r\n"))
        #expect(captured.output == bytes("print(1)"))
        #expect(stage.read(Stage.repository + #"\new.txt"#, by: stage.host.user) == 0)
        #expect(stage.read(Stage.other + #"\new.txt"#, by: stage.host.user) == 2)
    }

    /// A command in the middle of its sleep is part of the machine's state: it goes on in every copy for itself.
    @Test func aSleepingCommandIsForkedWithTheMachine() throws {
        let stage = try Stage()
        let plan = try stage.sandbox.plan(
            try Stage.policy(), arguments: ["cmd", "/c", "timeout /t 5 & echo x> late.txt"])
        let session = try stage.sandbox.open(plan)
        var first = stage.host.machine
        var second = stage.host.machine
        first.passTime(4999)
        second.passTime(5000)
        #expect(code { _ = try first.readFile(Stage.repository + #"\late.txt"#, by: stage.host.user) } == 2)
        #expect(try second.readFile(Stage.repository + #"\late.txt"#, by: stage.host.user) == bytes("x\r\n"))
        #expect(stage.host.machine.processes[session.command.process]?.isRunning == true)
    }
}
