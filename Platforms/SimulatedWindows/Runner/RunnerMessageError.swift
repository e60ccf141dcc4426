public import SandboxModel

/// Why the bytes of a pipe are no message; offsets are counted in bytes from the start of the frame's body.
public enum RunnerMessageError: Error, Hashable, Sendable {
    /// The frame around it is wrong.
    case frame(RunnerFrameError)
    /// It is not UTF-8; the offset of the first byte that is not.
    case notUTF8(offset: Int)
    /// It is no JSON; the offset of the first byte that does not fit.
    case notJSON(offset: Int)
    /// A member of the envelope or the payload is missing, unknown or of another kind; its path, and where it is or should be.
    case member(String, offset: Int)
    /// The first message is of another version of the protocol.
    case version(Int, offset: Int)
    /// The message is not one that may come now; its type, and where that stands.
    case outOfOrder(String, offset: Int)

    /// Where it is in the frame's body; nothing when the frame itself is wrong.
    public var offset: Int? {
        switch self {
        case .frame: nil
        case .notUTF8(let offset), .notJSON(let offset), .member(_, let offset), .version(_, let offset),
            .outOfOrder(_, let offset):
            offset
        }
    }
}

extension RunnerMessageError: CustomStringConvertible {
    /// The error in one line.
    public var description: String {
        switch self {
        case .frame(.tooLong(let length)):
            "a frame of \(length) bytes is longer than \(RunnerFrame.maximumLength) bytes"
        case .frame(.truncated(let missing)): "the pipe ended \(missing) bytes before its frame"
        case .notUTF8(let offset): "no UTF-8 at byte \(offset)"
        case .notJSON(let offset): "no JSON at byte \(offset)"
        case .member(let path, let offset): "missing, unknown or wrong: \(path) at byte \(offset)"
        case .version(let version, let offset): "version \(version) of the protocol at byte \(offset)"
        case .outOfOrder(let type, let offset): "\(type) must not come now, at byte \(offset)"
        }
    }
}
