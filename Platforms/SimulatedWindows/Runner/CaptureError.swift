public import SandboxModel

/// Why a command's end was not seen.
public enum CaptureError: Error, Hashable, Sendable {
    /// The runner wrote what is no message, or was gone before it said how the command ended.
    case runner(RunnerMessageError)
    /// The runner wrote a message that has no place there.
    case unexpected(RunnerMessage)
    /// Nothing moves any more, and no time limit ends it: the command waits for what never comes.
    case stuck
}
