/// How a sandboxed command ended.
public enum CommandOutcome: Hashable, Sendable {
    /// It returned a code, 0 to 255 on POSIX.
    case exited(Int32)
    /// A signal ended it; signal(7).
    case signaled(Int32)
    /// It was ended because its time was over.
    case timedOut
}
