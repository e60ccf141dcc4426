/// What a command line wrote and ended with.
public struct CommandLineResult: Hashable, Sendable {
    /// What it wrote.
    public let output: [UInt8]
    /// What it complained.
    public let errors: [UInt8]
    /// What it ended with; 0, or the number of its error.
    public let code: Int32
}

extension SimulatedMachine {
    /// Carries out a line of the command interpreter in the name of a process that is there already; as much time passes as it takes.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - input: what its commands read.
    ///   - mergesErrors: whether complaints are written among the rest, as on a terminal.
    ///   - identifier: the process.
    /// - Returns: what it wrote and ended with; `ERROR_INVALID_HANDLE` (6) when the process is gone.
    public mutating func runLine(
        _ line: String, input: [UInt8] = [], mergesErrors: Bool = false, by identifier: ProcessIdentifier
    ) -> CommandLineResult {
        record(.runLine(line, input, mergesErrors, identifier))
        depth += 1
        defer { depth -= 1 }
        guard var process = processes[identifier], process.isRunning else {
            return CommandLineResult(output: [], errors: [], code: 6)
        }
        let before = (handles: process.standardHandles, activity: process.activity)
        let streams = (
            makeStream(readers: [identifier], writers: []),
            makeStream(readers: [Self.system], writers: [identifier]),
            makeStream(readers: [Self.system], writers: [identifier])
        )
        self.streams[streams.0]?.bytes = input
        process.standardHandles = StandardHandles(
            input: .stream(streams.0), output: .stream(streams.1),
            error: .stream(mergesErrors ? streams.1 : streams.2))
        process.activity = Activity(
            statements: statements(of: line, for: identifier), code: process.lastCode, endsProcess: false)
        processes[identifier] = process
        settle()
        while processes[identifier]?.activity?.isDone == false, let next = nextWake {
            clock = max(clock, next)
            settle()
        }
        let output = self.streams[streams.1]?.bytes ?? []
        let errors = self.streams[streams.2]?.bytes ?? []
        let ended = processes[identifier].flatMap { $0.isRunning ? $0.activity?.code : $0.exitCode } ?? 0
        processes[identifier]?.lastCode = ended
        processes[identifier]?.standardHandles = before.handles
        processes[identifier]?.activity = before.activity
        releaseStream(.reading, of: streams.0, by: identifier)
        for number in [streams.1, streams.2] {
            releaseStream(.writing, of: number, by: identifier)
            releaseStream(.reading, of: number, by: Self.system)
        }
        return CommandLineResult(output: output, errors: errors, code: ended)
    }
}
