/// A message between the caller and the command runner of the documented design.
public enum RunnerMessage: Hashable, Sendable {
    /// Caller to runner, first: what to run and how.
    case spawnRequest(SpawnRequest)
    /// Runner to caller: the command started as this process.
    case spawnReady(processIdentifier: UInt32)
    /// Runner to caller: what the command wrote, at most `RunnerFrame.outputChunk` bytes.
    case output(RunnerStream, [UInt8])
    /// Caller to runner: what the command is to read.
    case standardInput([UInt8])
    /// Caller to runner: nothing more to read.
    case closeStandardInput
    /// Caller to runner: end the command and everything it started.
    case terminate
    /// Caller to runner: the terminal has another size, in characters.
    case resize(rows: UInt16, columns: UInt16)
    /// Runner to caller, last: how the command ended.
    case exit(code: Int32, timedOut: Bool)
    /// Runner to caller: nothing was started.
    case error(stage: RunnerStage, message: String, systemError: Int32?)

    /// The `type` of the envelope.
    public var type: String {
        switch self {
        case .spawnRequest: "spawn_request"
        case .spawnReady: "spawn_ready"
        case .output: "output"
        case .standardInput: "stdin"
        case .closeStandardInput: "close_stdin"
        case .terminate: "terminate"
        case .resize: "resize"
        case .exit: "exit"
        case .error: "error"
        }
    }
}
