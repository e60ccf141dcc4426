/// What one process writes and another one reads; Windows: an anonymous pipe, `CreatePipe`.
public struct ByteStream: Hashable, Sendable {
    /// What is written and not read yet.
    public internal(set) var bytes: [UInt8] = []
    /// Who may write, once for each handle; without any the reader meets the end.
    public internal(set) var writers: [ProcessIdentifier] = []
    /// Who may read, once for each handle.
    public internal(set) var readers: [ProcessIdentifier] = []

    /// Whether nothing more can come.
    public var isAtEnd: Bool { bytes.isEmpty && writers.isEmpty }
}

/// Where a standard handle of a process leads; Windows: `STARTUPINFO`, `hStdInput` and its like.
public enum StandardHandle: Hashable, Sendable {
    /// Nowhere: reading meets the end, writing is lost.
    case none
    /// To a stream by its number.
    case stream(UInt32)
    /// To an open file.
    case file(HandleIdentifier)
}

/// The three standard handles of a process.
public struct StandardHandles: Hashable, Sendable {
    /// What it reads.
    public var input: StandardHandle
    /// What it writes.
    public var output: StandardHandle
    /// What it complains on.
    public var error: StandardHandle

    /// Makes handles that lead nowhere unless said.
    ///
    /// - Parameters:
    ///   - input: what the process reads.
    ///   - output: what it writes.
    ///   - error: what it complains on.
    public init(input: StandardHandle = .none, output: StandardHandle = .none, error: StandardHandle = .none) {
        self.input = input
        self.output = output
        self.error = error
    }
}

extension StandardHandles {
    /// The handle of a number: 0, 1 or else the third.
    subscript(number: Int) -> StandardHandle {
        get { number == 0 ? input : number == 1 ? output : error }
        set {
            switch number {
            case 0: input = newValue
            case 1: output = newValue
            default: error = newValue
            }
        }
    }
}
