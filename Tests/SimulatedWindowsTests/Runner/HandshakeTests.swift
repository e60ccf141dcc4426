import SandboxModel
import Testing
import WindowsSecurity

@testable import SimulatedWindows

/// What a caller does with a runner that is none, that says nothing, or that is not the one it started.
struct HandshakeTests {
    private func failure(_ stage: Stage, _ body: () throws(SandboxFailure) -> Void) -> SandboxFailure? {
        do throws(SandboxFailure) {
            try body()
            Issue.record("it started")
            return nil
        } catch {
            return error
        }
    }

    private func plan(_ stage: Stage) throws -> LaunchPlan {
        try stage.sandbox.plan(try Stage.policy(), arguments: ["cmd", "/c", "echo x"])
    }

    @Test func aRunnerThatDoesNotConnectIsEndedAfterFifteenSeconds() throws {
        let stage = try Stage()
        let plan = try plan(stage)
        try stage.host.machine.writeFile(
            stage.host.installation.runner, bytes("MZ something else"), by: SimulatedMachine.system)
        let before = stage.host.machine.clock
        let failure = failure(stage) { () throws(SandboxFailure) in _ = try stage.sandbox.open(plan) }
        #expect(failure?.stage == .handshake && failure?.error?.code == .waitTimeout)
        #expect(stage.host.machine.clock == before + 15_000)
        #expect(stage.host.machine.pipes.isEmpty)
        #expect(!stage.host.machine.processes.values.contains { $0.image.contains("runner") && $0.isRunning })
    }

    /// A process of the principal that guesses the name of the pipe and is faster than the runner.
    @Test(arguments: [0, 1]) func anotherProcessThatConnectsIsRefused(pipe: Int) throws {
        let stage = try Stage()
        let plan = try plan(stage)
        let rogue = try stage.start()
        let sid = try #require(stage.host.sid(of: Principal.offline))
        let pipes = try stage.sandbox.makePipes(for: sid)
        try stage.host.machine.connectPipe(pipe == 0 ? pipes.input : pipes.output, by: rogue.process)
        let confinement = try stage.sandbox.lower(plan).confinement
        do throws(CallError) {
            _ = try stage.sandbox.shakeHands(
                confinement, runner: rogue.runner, pipes: pipes, CommandMode(isCarriedOut: true))
            Issue.record("it was taken for the runner")
        } catch {
            #expect(error.code == .accessDenied && error.call == "GetNamedPipeClientProcessId")
        }
    }

    /// Who does not look at the client tells a command of the same account everything about the next one.
    @Test(arguments: [true, false]) func onlyACheckKeepsARivalFromTheRequest(isChecked: Bool) throws {
        let stage = try Stage(.elevatedOnWindows.changed("rival") { $0.processes.checksPipeClient = isChecked })
        let plan = try plan(stage)
        stage.host.pipeRival = PipeRival(process: try stage.start().process)
        let failure = failure(stage) { () throws(SandboxFailure) in _ = try stage.sandbox.open(plan) }
        #expect(failure?.stage == .handshake)
        var decoder = RunnerFrameDecoder()
        decoder.append(stage.host.pipeRival?.received ?? [])
        let message = try RunnerMessage(next: &decoder, isFirst: true)
        if case .spawnRequest(let request) = message {
            #expect(!isChecked && request.command == plan.arguments)
        } else {
            #expect(isChecked && message == nil)
        }
    }

    /// A process that the caller started as the principal, and that is the runner now.
    private func runner(_ stage: Stage) throws -> (process: RunnerProcess, identifier: ProcessIdentifier) {
        let sid = try #require(stage.host.sid(of: Principal.offline))
        let pipes = try stage.sandbox.makePipes(for: sid)
        let identifier = try stage.start().runner
        for name in [pipes.input, pipes.output] { try stage.host.machine.connectPipe(name, by: identifier) }
        let confinement = try stage.sandbox.lower(try plan(stage)).confinement
        let program = CommandRunner(
            host: stage.host, process: identifier, restrictingList: stage.sandbox.design.restrictingList,
            flags: confinement.flags, rules: stage.sandbox.design.processes)
        return (
            RunnerProcess(program, input: pipes.input, output: pipes.output, isCarriedOut: true), identifier
        )
    }

    private func answer(_ stage: Stage, _ runner: RunnerProcess) throws -> RunnerMessage? {
        var decoder = RunnerFrameDecoder()
        decoder.append(try stage.host.machine.readPipe(runner.output, by: stage.host.user))
        return try decoder.next().map { try RunnerMessage(body: $0) }
    }

    /// Whatever is no request ends the runner with an error that says so, and changes nothing else.
    @Test func whatIsNoRequestIsAnsweredWithAnError() throws {
        let stage = try Stage()
        let version = #"{"version":5,"type":"terminate","payload":{}}"#
        let frames: [[UInt8]] = [
            [0xFF, 0xFF, 0xFF, 0x7F], [1, 0, 0x80, 0], try RunnerFrame.encode(bytes(version)),
            try RunnerMessage.terminate.frame(), try RunnerMessage.exit(code: 0, timedOut: false).frame(),
            try RunnerFrame.encode(bytes("no JSON")), try RunnerFrame.encode([0xFF, 0xFE]),
            try RunnerFrame.encode([]),
        ]
        for frame in frames {
            var (runner, identifier) = try runner(stage)
            try stage.host.machine.writePipe(frame, to: runner.input, by: stage.host.user)
            let files = stage.host.machine.files
            let count = stage.host.machine.processes.count
            runner.pump()
            guard case .error(let place, _, _) = try answer(stage, runner) else {
                Issue.record("no error for \(frame)")
                continue
            }
            #expect(place == .readSpawnRequest)
            #expect(stage.host.machine.processes[identifier]?.isRunning == false)
            #expect(stage.host.machine.files == files && stage.host.machine.processes.count == count)
        }
    }

    /// After the request nonsense, and the end of the pipe, end the command with everything it started.
    @Test(arguments: [[0xFF, 0xFF, 0xFF, 0xFF], [2, 0, 0, 0, 0x7B, 0x7D], nil] as [[UInt8]?])
    func aCallerThatIsGoneTakesTheCommandWithItSinceSeptember(nonsense: [UInt8]?) throws {
        let stage = try Stage(.packaged)
        var (runner, identifier) = try runner(stage)
        let plan = try stage.sandbox.plan(try Stage.policy(), arguments: ["cmd", "/c", "timeout /t 100"])
        let request = SpawnRequest(plan, usesTerminal: false, standardInputIsOpen: true)
        try stage.host.machine.writePipe(
            try RunnerMessage.spawnRequest(request).frame(), to: runner.input, by: stage.host.user)
        runner.pump()
        let command = try #require(runner.relay?.command)
        #expect(stage.host.machine.processes[command]?.isRunning == true)
        if let nonsense {
            try stage.host.machine.writePipe(nonsense, to: runner.input, by: stage.host.user)
        } else {
            try stage.host.machine.closePipe(runner.input, by: stage.host.user)
        }
        runner.pump()
        #expect(stage.host.machine.processes[command]?.isRunning == false)
        #expect(stage.host.machine.processes[identifier]?.isRunning == false)
    }

    @Test func messagesThatHaveNoPlaceThereAreIgnoredByARunningRunner() throws {
        let stage = try Stage()
        var session = try stage.sandbox.open(try plan(stage), standardInputIsOpen: true)
        for message: RunnerMessage in [.resize(rows: 1, columns: 1), .spawnReady(processIdentifier: 1)] {
            session.send(message)
        }
        #expect(try session.capture().output == bytes("x\r\n"))
    }
}
