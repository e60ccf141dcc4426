/// The framing of the runner's pipes: a length of four bytes, little-endian, then that many bytes.
public enum RunnerFrame {
    /// The most bytes in a frame; 8 MiB, both ways.
    public static let maximumLength = 8 * 1024 * 1024
    /// The most bytes of output in one message.
    public static let outputChunk = 8192
    /// The version in the envelope of every message; only the first one's is checked.
    public static let protocolVersion: UInt8 = 6
    /// How long the caller waits for the runner to connect, and then for its answer, in milliseconds.
    public static let handshakeMilliseconds: UInt32 = 15_000

    /// Puts a frame around bytes.
    ///
    /// - Parameter body: at most `maximumLength` bytes.
    /// - Returns: the frame.
    /// - Throws: `RunnerFrameError.tooLong`.
    public static func encode(_ body: [UInt8]) throws(RunnerFrameError) -> [UInt8] {
        guard body.count <= maximumLength else { throw .tooLong(body.count) }
        let length = UInt32(body.count)
        return (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + body
    }
}
