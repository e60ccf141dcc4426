internal import SandboxModel

extension CommandSession {
    /// For how long a command that was told to end is still listened to, in milliseconds; the documented wrapper's limit.
    static let drainMilliseconds: UInt64 = 5_000

    /// Waits for the end of the command and collects what it writes.
    ///
    /// - Parameters:
    ///   - input: what it reads; its end follows.
    ///   - limit: for how many milliseconds at most; a command is ended then.
    /// - Returns: what it wrote and ended with.
    /// - Throws: ``CaptureError`` when the end was not seen.
    public mutating func capture(
        input: [UInt8] = [], limit: UInt64 = 24 * 3600 * 1000
    ) throws(CaptureError) -> CapturedCommand {
        if !input.isEmpty { send(.standardInput(input)) }
        send(.closeStandardInput)
        var captured = CapturedCommand()
        var messages = wait(limit)
        if !hasEnded {
            send(.terminate)
            messages += wait(Self.drainMilliseconds)
        }
        for message in messages {
            switch message {
            case .output(.standardOutput, let bytes): captured.output += bytes
            case .output(.standardError, let bytes): captured.errors += bytes
            case .exit(let code, let isTimedOut): (captured.code, captured.isTimedOut) = (code, isTimedOut)
            default: throw .unexpected(message)
            }
        }
        if let failure { throw .runner(failure) }
        guard hasEnded else { throw .stuck }
        return captured
    }
}
