/// Takes frames apart as their bytes arrive, in pieces of any size.
public struct RunnerFrameDecoder: Sendable {
    private var pending: [UInt8] = []
    private var consumed = 0

    /// Makes a decoder that has read nothing.
    public init() {}

    /// Takes in bytes from the pipe.
    ///
    /// - Parameter bytes: what a read returned.
    public mutating func append(_ bytes: some Sequence<UInt8>) {
        pending.append(contentsOf: bytes)
    }

    /// The next whole frame's body, or nothing until more bytes arrive.
    ///
    /// - Returns: the body.
    /// - Throws: `RunnerFrameError.tooLong` when a length exceeds the limit; the decoder is of no further use then.
    public mutating func next() throws(RunnerFrameError) -> [UInt8]? {
        let available = pending.count - consumed
        guard available >= 4 else { return nil }
        let length = (0..<4).reduce(0) { $0 | Int(pending[consumed + $1]) << (8 * $1) }
        guard length <= RunnerFrame.maximumLength else { throw .tooLong(length) }
        guard available >= 4 + length else { return nil }
        let body = Array(pending[(consumed + 4)..<(consumed + 4 + length)])
        consumed += 4 + length
        if consumed == pending.count || consumed > RunnerFrame.maximumLength {
            pending.removeFirst(consumed)
            consumed = 0
        }
        return body
    }

    /// Says that the pipe has ended.
    ///
    /// - Throws: `RunnerFrameError.truncated` when a frame had begun.
    public func finish() throws(RunnerFrameError) {
        let available = pending.count - consumed
        guard available > 0 else { return }
        guard available >= 4 else { throw .truncated(missing: 4 - available) }
        let length = (0..<4).reduce(0) { $0 | Int(pending[consumed + $1]) << (8 * $1) }
        throw .truncated(missing: 4 + length - available)
    }
}
