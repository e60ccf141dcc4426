public import SandboxModel

/// A command that the machine carries out in a sandbox, seen by its caller: streams, time, and how it ended.
///
/// On the elevated level everything goes through the runner's pipes in frames; without a runner the caller holds the streams
/// itself.
public struct CommandSession {
    /// How the command is reached.
    enum Link {
        /// Through a runner.
        case runner(RunnerProcess)
        /// Directly.
        case relay(CommandRelay)
    }

    /// The command.
    public let command: SandboxedCommand
    /// The machine.
    let host: SimulatedHost
    private var link: Link
    private var decoder: RunnerFrameDecoder
    /// What is wrong with what the runner wrote, once something was.
    public private(set) var failure: RunnerMessageError?
    /// Whether the command and its runner are gone.
    public private(set) var hasEnded = false

    init(_ command: SandboxedCommand, host: SimulatedHost, link: Link, decoder: RunnerFrameDecoder = .init()) {
        self.command = command
        self.host = host
        self.link = link
        self.decoder = decoder
    }

    /// Sends a message: standard input, its end, the end of everything, another size of the terminal.
    ///
    /// - Parameter message: one of those a caller sends; others are ignored as the runner ignores them.
    public mutating func send(_ message: RunnerMessage) {
        switch link {
        case .runner(let runner):
            guard let frame = try? message.frame() else { return }
            try? host.machine.writePipe(frame, to: runner.input, by: host.user)
        case .relay(var relay):
            switch message {
            case .standardInput(let bytes): relay.write(bytes, &host.machine)
            case .closeStandardInput: relay.closeInput(&host.machine)
            case .terminate: relay.terminate(&host.machine)
            case .spawnRequest, .spawnReady, .output, .resize, .exit, .error: break
            }
            link = .relay(relay)
        }
    }

    /// Lets time pass and takes what the command wrote and ended with meanwhile.
    ///
    /// - Parameter milliseconds: how long to wait at most; less when the command ends before.
    /// - Returns: the messages in their order; the last one is `exit` when the command has ended.
    public mutating func wait(_ milliseconds: UInt64 = 0) -> [RunnerMessage] {
        let end = host.machine.clock + milliseconds
        var messages = poll()
        while !hasEnded, host.machine.clock < end {
            let moments = [host.machine.nextWake, nextMoment].compactMap { $0 }.filter { $0 > host.machine.clock }
            host.machine.passTime(min(moments.min() ?? end, end) - host.machine.clock)
            messages += poll()
        }
        return messages
    }

    private var nextMoment: UInt64? {
        switch link {
        case .runner(let runner): runner.relay?.nextMoment
        case .relay(let relay): relay.nextMoment
        }
    }

    private mutating func poll() -> [RunnerMessage] {
        guard !hasEnded else { return [] }
        switch link {
        case .relay(var relay):
            host.machine.passTime(0)
            let messages = relay.poll(&host.machine)
            link = .relay(relay)
            hasEnded = relay.isFinished
            return messages
        case .runner(var runner):
            runner.pump()
            link = .runner(runner)
            return receive(from: runner.output)
        }
    }

    /// Takes the runner's messages out of its pipe.
    private mutating func receive(from pipe: String) -> [RunnerMessage] {
        if let bytes = try? host.machine.readPipe(pipe, by: host.user) { decoder.append(bytes) }
        var messages: [RunnerMessage] = []
        do throws(RunnerMessageError) {
            while let message = try RunnerMessage(next: &decoder) {
                messages.append(message)
                if case .exit = message { hasEnded = true }
            }
        } catch {
            failure = error
            hasEnded = true
        }
        // A runner that is gone without having said how the command ended.
        if !hasEnded, host.machine.processes[command.runner]?.isRunning != true {
            failure = .frame(.truncated(missing: 4))
            hasEnded = true
        }
        if hasEnded { closePipes() }
        return messages
    }

    private func closePipes() {
        guard case .runner(let runner) = link else { return }
        for name in [runner.input, runner.output] { try? host.machine.closePipe(name, by: host.user) }
    }
}
