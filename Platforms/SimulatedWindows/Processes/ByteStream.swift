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
