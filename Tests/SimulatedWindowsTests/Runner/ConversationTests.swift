import SandboxModel
import Testing
import WindowsSecurity

@testable import SimulatedWindows

/// A whole conversation of a caller with its runner, and everything that can become wrong with its bytes.
struct ConversationTests {
    /// Both directions of a command that reads a line, writes and ends.
    private static func record() throws -> [(name: String, frames: [[UInt8]])] {
        let stage = try Stage()
        let plan = try stage.sandbox.plan(try Stage.policy(), arguments: ["cmd", "/c", "more & echo ä 1>&2 & exit 3"])
        var session = try stage.sandbox.open(plan, standardInputIsOpen: true)
        let sent: [RunnerMessage] = [
            .standardInput(bytes("one\n")), .resize(rows: 24, columns: 80), .closeStandardInput,
        ]
        var received: [RunnerMessage] = [.spawnReady(processIdentifier: session.command.process.rawValue)]
        for message in sent {
            session.send(message)
            received += session.wait(1000)
        }
        #expect(received.last == .exit(code: 3, timedOut: false))
        let request = RunnerMessage.spawnRequest(SpawnRequest(plan, usesTerminal: false, standardInputIsOpen: true))
        let both = [("caller", [request] + sent + [.terminate]), ("runner", received)]
        return try both.map { (name, messages) in (name, try messages.map { try $0.frame() }) }
    }

    /// What bytes are taken for, and what is wrong with them.
    private func read(_ bytes: some Collection<UInt8>) -> (messages: [RunnerMessage], error: RunnerMessageError?) {
        var messages: [RunnerMessage] = []
        var decoder = RunnerFrameDecoder()
        decoder.append(bytes)
        do throws(RunnerMessageError) {
            while let message = try RunnerMessage(next: &decoder, isFirst: messages.isEmpty) {
                messages.append(message)
            }
            do throws(RunnerFrameError) { try decoder.finish() } catch { throw .frame(error) }
            return (messages, nil)
        } catch {
            return (messages, error)
        }
    }

    /// Cut off at every byte, what came whole is read, and the error says how much is missing.
    @Test func cutOffAtEveryByte() throws {
        for (name, frames) in try Self.record() {
            let whole = read(frames.joined())
            #expect(whole.messages.count == frames.count && whole.error == nil, "\(name)")
            var start = 0
            for (index, frame) in frames.enumerated() {
                let bytes = Array(frames.joined())
                for length in 0..<frame.count {
                    let (messages, error) = read(bytes[..<(start + length)])
                    #expect(messages == Array(whole.messages[..<index]), "\(name), \(start + length) bytes")
                    let missing = length < 4 ? 4 - length : frame.count - length
                    #expect(error == (length == 0 ? nil : .frame(.truncated(missing: missing))), "\(name), \(index)")
                }
                start += frame.count
            }
        }
    }

    /// With each bit of each byte flipped, what came before is read as it was, and an error says where it is.
    @Test func withEachBitFlipped() throws {
        for (name, frames) in try Self.record() {
            let whole = read(frames.joined()).messages
            var kinds: Set<String> = []
            var start = 0
            for (index, frame) in frames.enumerated() {
                var bytes = Array(frames.joined())
                for place in start..<start + frame.count {
                    for bit in 0..<8 as Range<UInt8> {
                        bytes[place] ^= 1 << bit
                        let (messages, error) = read(bytes)
                        #expect(messages.prefix(index) == whole.prefix(index), "\(name), byte \(place), bit \(bit)")
                        if let error {
                            kinds.insert(Self.kind(error))
                            #expect((error.offset ?? 0) < bytes.count, "\(name), byte \(place), bit \(bit): \(error)")
                        } else {
                            #expect(messages.count == whole.count, "\(name), byte \(place), bit \(bit)")
                        }
                        bytes[place] ^= 1 << bit
                    }
                }
                start += frame.count
            }
            let expected: Set = ["tooLong", "truncated", "notUTF8", "notJSON", "member", "version"]
            #expect(kinds.isSuperset(of: expected), "\(name): \(expected.subtracting(kinds)) never came")
        }
    }

    private static func kind(_ error: RunnerMessageError) -> String {
        switch error {
        case .frame(.tooLong): "tooLong"
        case .frame(.truncated): "truncated"
        case .notUTF8: "notUTF8"
        case .notJSON: "notJSON"
        case .member: "member"
        case .version: "version"
        case .outOfOrder: "outOfOrder"
        }
    }

    /// A runner, connected to both pipes, that has read nothing.
    private func runner(_ stage: Stage) throws -> RunnerProcess {
        let sid = try #require(stage.host.sid(of: Principal.offline))
        let pipes = try stage.sandbox.makePipes(for: sid)
        let identifier = try stage.start().runner
        for name in [pipes.input, pipes.output] { try stage.host.machine.connectPipe(name, by: identifier) }
        let plan = try stage.sandbox.plan(try Stage.policy(), arguments: ["cmd", "/c", "echo x"])
        let confinement = try stage.sandbox.lower(plan).confinement
        let program = CommandRunner(
            host: stage.host, process: identifier, restrictingList: stage.sandbox.design.restrictingList,
            flags: confinement.flags, rules: stage.sandbox.design.processes)
        return RunnerProcess(program, input: pipes.input, output: pipes.output, isCarriedOut: true)
    }

    /// Feeds a runner of a machine, which stays as it was: files, registry, accounts, firewall, and no command runs.
    private func feed(_ bytes: [UInt8], _ stage: Stage, _ runner: RunnerProcess) throws -> [RunnerMessage] {
        let before = stage.host.machine
        defer { stage.host.machine = before }
        var runner = runner
        try stage.host.machine.writePipe(bytes, to: runner.input, by: stage.host.user)
        runner.pump()
        let answers = read(try stage.host.machine.readPipe(runner.output, by: stage.host.user))
        #expect(answers.error == nil)
        let after = stage.host.machine
        if case .spawnReady = answers.messages.first { return answers.messages }
        let isUntouched =
            after.files == before.files && after.registry == before.registry && after.accounts == before.accounts
            && after.firewall == before.firewall && after.processes.count == before.processes.count
        #expect(isUntouched)
        // A request that can be read, but names what is not there, fails when its command's job has been made.
        if case .error(.spawnChild, _, _) = answers.messages.first { return answers.messages }
        // The runner ends, and its own job may go with it.
        #expect(Set(after.jobs.keys).isSubset(of: before.jobs.keys))
        #expect(Set(after.desktops.keys).isSubset(of: before.desktops.keys))
        return answers.messages
    }

    /// A request that is cut off anywhere starts nothing, and neither does one that no longer says what it said.
    @Test func aBrokenRequestLeavesTheMachineAsItWas() throws {
        let stage = try Stage()
        let runner = try runner(stage)
        let request = try #require(try Self.record().first?.frames.first)
        #expect(try feed(request, stage, runner).first?.type == "spawn_ready", "the whole one starts its command")
        for length in 0..<request.count { #expect(try feed(Array(request[..<length]), stage, runner).isEmpty) }
        var refused = 0
        for place in request.indices {
            var bytes = request
            bytes[place] ^= 1 << UInt8(place % 8)
            if case .error(_, let text, _) = try feed(bytes, stage, runner).first {
                refused += 1
                #expect(!text.isEmpty)
            }
        }
        #expect(refused > request.count / 2, "\(refused) of \(request.count)")
    }

    /// The caller waits fifteen seconds for the whole answer, and not a moment for a wrong one.
    @Test func theAnswerIsAwaitedForFifteenSeconds() throws {
        let ready = try RunnerMessage.spawnReady(processIdentifier: 300).frame()
        let answers: [(bytes: [UInt8], code: Win32Error?, text: String)] = [
            ([], .waitTimeout, "-out"), (Array(ready.dropLast()), .waitTimeout, "-out"),
            ([1, 0], .waitTimeout, "-out"),
            (ready, nil, ""), ([0xFF, 0xFF, 0xFF, 0x7F], .invalidData, "longer than 8388608 bytes"),
            (try RunnerFrame.encode([0x7B, 0xFF]), .invalidData, "no UTF-8 at byte 1"),
            (try RunnerFrame.encode(bytes("{}x")), .invalidData, "no JSON at byte 2"),
            (try RunnerFrame.encode(bytes(#"{"version":6,"type":"exit"}"#)), .invalidData, "payload at byte 0"),
        ]
        for answer in answers {
            let stage = try Stage()
            let runner = try runner(stage)
            if !answer.bytes.isEmpty {
                try stage.host.machine.writePipe(answer.bytes, to: runner.output, by: runner.runner.process)
            }
            let before = stage.host.machine.clock
            var decoder = RunnerFrameDecoder()
            do throws(CallError) {
                let message = try stage.sandbox.answer(of: runner.runner.process, on: runner.output, &decoder)
                #expect(answer.code == nil && message == .spawnReady(processIdentifier: 300))
            } catch {
                #expect(error.code == answer.code && error.subject.contains(answer.text), "\(error)")
            }
            let waited = stage.host.machine.clock - before
            #expect(waited == (answer.code == .waitTimeout ? 15_000 : 0), "\(answer.text): \(waited) ms")
        }
    }

    @Test func aRunnerThatIsGoneIsNotAwaited() throws {
        let stage = try Stage()
        let runner = try runner(stage)
        try stage.host.machine.terminate(runner.runner.process, by: SimulatedMachine.system)
        let before = stage.host.machine.clock
        var decoder = RunnerFrameDecoder()
        let failure = code { _ = try stage.sandbox.answer(of: runner.runner.process, on: runner.output, &decoder) }
        #expect(failure == 109 && stage.host.machine.clock == before)
    }

    /// Each pipe has its fifteen seconds; a runner that connects to one of them only is not enough.
    @Test(arguments: [0, 1]) func eachPipeIsAwaitedForFifteenSeconds(missing: Int) throws {
        let stage = try Stage()
        let plan = try stage.sandbox.plan(try Stage.policy(), arguments: ["cmd", "/c", "echo x"])
        let runner = try stage.start().runner
        let sid = try #require(stage.host.sid(of: Principal.offline))
        let pipes = try stage.sandbox.makePipes(for: sid)
        // Not the runner's program any more, so that nothing connects by itself.
        try stage.host.machine.writeFile(
            stage.host.installation.runner, bytes("MZ something else"), by: SimulatedMachine.system)
        try stage.host.machine.connectPipe(missing == 0 ? pipes.output : pipes.input, by: runner)
        let before = stage.host.machine.clock
        let confinement = try stage.sandbox.lower(plan).confinement
        let failure = code {
            _ = try stage.sandbox.shakeHands(confinement, runner: runner, pipes: pipes, CommandMode(isCarriedOut: true))
        }
        #expect(failure == 258 && stage.host.machine.clock == before + 15_000)
        #expect(stage.host.machine.lastFailure?.error.code != .accessDenied)
    }
}
