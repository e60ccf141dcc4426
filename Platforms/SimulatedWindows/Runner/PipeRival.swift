/// A process that waits for the pipes of runners and is faster than they are.
public struct PipeRival: Hashable, Sendable {
    /// The process.
    public let process: ProcessIdentifier
    /// What callers wrote to it, who took it for a runner.
    public internal(set) var received: [UInt8] = []

    /// Makes a rival of a process.
    ///
    /// - Parameter process: the process.
    public init(process: ProcessIdentifier) { self.process = process }
}

extension SimulatedHost {
    /// Lets the rival connect, as far as the pipes let it.
    func letRivalConnect(to pipes: SimulatedSandbox.RunnerPipes) {
        guard let rival = pipeRival else { return }
        for name in [pipes.input, pipes.output] { try? machine.connectPipe(name, by: rival.process) }
    }

    /// Lets the rival read what a runner was to read.
    func letRivalRead(from pipes: SimulatedSandbox.RunnerPipes) {
        guard let rival = pipeRival, let bytes = try? machine.readPipe(pipes.input, by: rival.process) else { return }
        pipeRival?.received += bytes
    }
}
