/// An alternate stream of a file; Windows: a named `$DATA` attribute.
struct FileStream: Hashable, Sendable {
    /// The name of the stream.
    var name: FileName
    /// Its bytes.
    var data: [UInt8]
}
