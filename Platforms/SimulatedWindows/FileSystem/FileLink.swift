/// A name in a directory, in 28 bytes; Windows: an entry of the index `$I30` with its `$FILE_NAME`.
struct FileLink: Hashable, Sendable {
    /// The number of the name.
    var name: UInt32
    /// The number of the short name (8.3), or none.
    var shortName = FileRecord.none
    /// The directory that holds the name.
    var parent: UInt32
    /// The file that has the name.
    var record: UInt32
    /// The next name in the directory.
    var next = FileRecord.none
    /// The name before it.
    var previous = FileRecord.none
    /// The next name of the same file.
    var nextOfRecord = FileRecord.none
}
