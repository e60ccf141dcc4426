internal import SandboxModel
internal import WindowsSecurity

/// The elevated level: a runner in a logon session of the principal, reached through two pipes.
extension SimulatedSandbox {
    /// The names of the pipes of one command.
    struct RunnerPipes {
        /// What the runner reads.
        let input: String
        /// What it writes.
        let output: String
    }

    func start(
        _ confinement: SimulatedConfinement, as principal: Principal, _ mode: CommandMode
    ) throws(SandboxFailure) -> CommandSession {
        let password = try password(of: principal)
        guard let sid = host.sid(of: principal) else {
            throw SandboxFailure(.readiness, detail: "the account \(principal.accountName) is missing; run setup")
        }
        let pipes = try makePipes(for: sid)
        let process: ProcessIdentifier
        do throws(CallError) {
            process = try host.machine.createProcess(
                ProcessStart(
                    image: host.runner(design),
                    commandLine: "codex-command-runner --pipe-in=\(pipes.input) --pipe-out=\(pipes.output)",
                    workingDirectory: confinement.plan.workingDirectory.windows,
                    loadsProfile: design.processes.loadsProfile),
                logon: principal.accountName, password: password, by: host.user)
        } catch {
            close(pipes)
            throw SandboxFailure(.logon, error)
        }
        do throws(CallError) {
            return try shakeHands(confinement, runner: process, pipes: pipes, mode)
        } catch {
            try? host.machine.terminate(process, by: process)
            close(pipes)
            throw SandboxFailure(.handshake, error)
        }
    }

    /// The pipes of one command; only the principal may connect.
    func makePipes(for sid: SID) throws(SandboxFailure) -> RunnerPipes {
        let descriptor = SecurityDescriptor(dacl: .list([.allow(.genericAll, to: sid)]))
        do throws(CallError) {
            let random = try host.machine.drawRandom(16, by: host.user)
            let base = random.reduce("codex-runner-") { $0 + ($1 < 16 ? "0" : "") + String($1, radix: 16) }
            try host.machine.createPipe(base + "-in", descriptor: descriptor, by: host.user)
            try host.machine.createPipe(base + "-out", descriptor: descriptor, by: host.user)
            return RunnerPipes(input: base + "-in", output: base + "-out")
        } catch {
            throw SandboxFailure(.handshake, error)
        }
    }

    private func close(_ pipes: RunnerPipes) {
        for name in [pipes.input, pipes.output] { try? host.machine.closePipe(name, by: host.user) }
    }

    /// Waits for the runner, checks that it is the one that connected, sends the request, and reads the answer.
    ///
    /// - Throws: `WAIT_TIMEOUT` (258) when the runner does not connect within 15 seconds, `ERROR_ACCESS_DENIED` when another
    ///   process did, and what the runner said.
    func shakeHands(
        _ confinement: SimulatedConfinement, runner process: ProcessIdentifier, pipes: RunnerPipes, _ mode: CommandMode
    ) throws(CallError) -> CommandSession {
        host.letRivalConnect(to: pipes)
        if host.machine.program(of: host.runner(design)) == CommandRunner.program {
            // Whoever was faster keeps the pipe; the caller finds out below.
            for name in [pipes.input, pipes.output] { try? host.machine.connectPipe(name, by: process) }
        }
        for name in [pipes.input, pipes.output] {
            if host.machine.pipes[name]?.client == nil {
                host.machine.passTime(UInt64(RunnerFrame.handshakeMilliseconds))
                throw CallError(.waitTimeout, "ConnectNamedPipe", name)
            }
            guard host.machine.pipes[name]?.client == process || !design.processes.checksPipeClient else {
                throw CallError(.accessDenied, "GetNamedPipeClientProcessId", name)
            }
        }
        guard let frame = try? RunnerMessage.spawnRequest(mode.request(confinement.plan)).frame() else {
            throw CallError(.invalidParameter, "WriteFile", pipes.input)
        }
        try host.machine.writePipe(frame, to: pipes.input, by: host.user)
        host.letRivalRead(from: pipes)
        var runner = RunnerProcess(
            CommandRunner(
                host: host, process: process, restrictingList: design.restrictingList, flags: confinement.flags,
                rules: design.processes, desktop: try policyDesktop(confinement.plan)),
            input: pipes.input, output: pipes.output, isCarriedOut: mode.isCarriedOut)
        runner.pump()
        var decoder = RunnerFrameDecoder()
        let command = try ready(try answer(of: process, on: pipes.output, &decoder))
        return CommandSession(
            SandboxedCommand(
                process: command, runner: process, job: runner.relay?.job, plan: confinement.plan),
            host: host, link: .runner(runner), decoder: decoder)
    }

    /// Waits for the runner's answer, at most 15 seconds of the machine's clock.
    ///
    /// - Throws: `WAIT_TIMEOUT` (258) when it has not come whole by then, `ERROR_BROKEN_PIPE` when the runner is gone, and
    ///   `ERROR_INVALID_DATA` (13) for what is no message, with its place.
    func answer(
        of process: ProcessIdentifier, on pipe: String, _ decoder: inout RunnerFrameDecoder
    ) throws(CallError) -> RunnerMessage {
        let end = host.machine.clock + UInt64(RunnerFrame.handshakeMilliseconds)
        while true {
            decoder.append(try host.machine.readPipe(pipe, by: host.user))
            do throws(RunnerMessageError) {
                if let message = try RunnerMessage(next: &decoder) { return message }
            } catch {
                throw CallError(.invalidData, "ReadFile", "the runner's answer: \(error)")
            }
            guard host.machine.processes[process]?.isRunning == true else {
                throw CallError(.brokenPipe, "ReadFile", pipe)
            }
            guard host.machine.clock < end else { throw CallError(.waitTimeout, "ReadFile", pipe) }
            host.machine.passTime(min(host.machine.nextWake ?? end, end) - host.machine.clock)
        }
    }

    /// What the runner says of its command.
    private func ready(_ message: RunnerMessage) throws(CallError) -> ProcessIdentifier {
        switch message {
        case .spawnReady(let number): return ProcessIdentifier(rawValue: number)
        case .error(let stage, let text, let code):
            throw CallError(
                Win32Error(rawValue: UInt32(bitPattern: code ?? 87)), "the runner at \(stage.rawValue)", text)
        default: throw CallError(.invalidParameter, "ReadFile", "a message of type \(message.type)")
        }
    }
}
