internal import JSON
internal import SandboxModel

/// A command runner at work: what it has read of its pipe, and the command it carries for its caller.
struct RunnerProcess {
    /// Its program.
    let runner: CommandRunner
    /// The pipe it reads.
    let input: String
    /// The pipe it writes.
    let output: String
    /// Whether the machine carries out the command; otherwise calls are made in its name.
    let isCarriedOut: Bool
    /// Its command, once it has started.
    private(set) var relay: CommandRelay?
    private var decoder = RunnerFrameDecoder()
    private var hasRequest = false

    init(_ runner: CommandRunner, input: String, output: String, isCarriedOut: Bool) {
        self.runner = runner
        self.input = input
        self.output = output
        self.isCarriedOut = isCarriedOut
    }

    private var isRunning: Bool { runner.host.machine.processes[runner.process]?.isRunning == true }

    /// Reads what its caller wrote, carries it out, and writes what there is to tell.
    mutating func pump() {
        guard isRunning else { return }
        do throws(CallError) {
            decoder.append(try runner.host.machine.readPipe(input, by: runner.process))
        } catch {
            guard !runner.rules.endsWithCaller else { return end() }
        }
        do throws(RunnerMessageError) {
            while let body = try nextBody() { try receive(body) }
        } catch {
            guard hasRequest else {
                return fail(.readSpawnRequest, "\(error)", systemError: nil)
            }
            // Whoever sends nonsense is as good as gone.
            guard !runner.rules.endsWithCaller else { return end() }
        }
        guard isRunning, relay != nil else { return }
        runner.host.machine.passTime(0)
        let messages = relay?.poll(&runner.host.machine) ?? []
        for message in messages { send(message) }
        guard case .exit(let code, _) = messages.last else { return }
        try? runner.host.machine.terminate(runner.process, code: code, by: runner.process)
    }

    private mutating func nextBody() throws(RunnerMessageError) -> [UInt8]? {
        do throws(RunnerFrameError) {
            return try decoder.next()
        } catch {
            throw .frame(error)
        }
    }

    private mutating func receive(_ body: [UInt8]) throws(RunnerMessageError) {
        guard hasRequest else {
            let message = try RunnerMessage(body: body, isFirst: true)
            guard case .spawnRequest(let request) = message else {
                throw .outOfOrder(
                    message.type, offset: JSONPath([.member("type")]).offset(in: String(decoding: body, as: UTF8.self)))
            }
            hasRequest = true
            return start(request)
        }
        switch try RunnerMessage(body: body) {
        case .standardInput(let bytes): relay?.write(bytes, &runner.host.machine)
        case .closeStandardInput: relay?.closeInput(&runner.host.machine)
        case .terminate: relay?.terminate(&runner.host.machine)
        case .spawnRequest, .spawnReady, .output, .resize, .exit, .error: break
        }
    }

    private mutating func start(_ request: SpawnRequest) {
        guard !request.capabilitySIDs.isEmpty else {
            return fail(.spawnChild, "no capability was given", systemError: nil)
        }
        do throws(CallError) {
            let started = try runner.start(request, isCarriedOut: isCarriedOut)
            relay = started
            send(.spawnReady(processIdentifier: started.command.rawValue))
        } catch {
            fail(.spawnChild, error.description, systemError: Int32(bitPattern: error.code.rawValue))
        }
    }

    private mutating func fail(_ stage: RunnerStage, _ message: String, systemError: Int32?) {
        send(.error(stage: stage, message: message, systemError: systemError))
        try? runner.host.machine.terminate(runner.process, code: 1, by: runner.process)
    }

    private func send(_ message: RunnerMessage) {
        guard let frame = try? message.frame() else { return }
        try? runner.host.machine.writePipe(frame, to: output, by: runner.process)
    }

    /// The caller is gone: the command and everything it started ends with the runner.
    private mutating func end() {
        relay?.terminate(&runner.host.machine)
        try? runner.host.machine.terminate(runner.process, code: 1, by: runner.process)
    }
}
