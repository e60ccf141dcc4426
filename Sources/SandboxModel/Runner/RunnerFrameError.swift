/// Why a frame was not written or read.
public enum RunnerFrameError: Error, Hashable, Sendable {
    /// The frame would have this many bytes, more than `RunnerFrame.maximumLength`; nothing was allocated for it.
    case tooLong(Int)
    /// The pipe ended inside a frame, this many bytes short, or inside a length.
    case truncated(missing: Int)
}
