/// What a file holds besides its record.
struct FileContent: Hashable, Sendable {
    /// The bytes of the file itself.
    var data: [UInt8] = []
    /// The alternate streams by name.
    var streams: [FileStream] = []
    /// Where a reparse point leads.
    var reparse: ReparsePoint?
}

/// An alternate stream of a file; Windows: a named `$DATA` attribute.
struct FileStream: Hashable, Sendable {
    /// The name of the stream.
    var name: FileName
    /// Its bytes.
    var data: [UInt8]
}
