/// A file or directory on a volume, in 28 bytes; Windows: a record of the master file table.
struct FileRecord: Hashable, Sendable {
    /// The number that stands for nothing.
    static let none = UInt32.max

    /// The number of its descriptor.
    var descriptor: UInt32
    /// Its attributes.
    var attributes: FileAttributes
    /// The first name in a directory.
    var firstChild = FileRecord.none
    /// The number of what it holds, or none for an empty file without streams.
    var content = FileRecord.none
    /// The number of its first name.
    var firstLink = FileRecord.none
    /// When it was last written, in seconds since 1970.
    var modified: UInt32 = 0
    /// How many names it has.
    var linkCount: UInt16 = 0
    /// Whether names in it that differ in case only are different ones.
    var isCaseSensitive = false
    /// Whether it is gone when its last handle is closed.
    var isDeletePending = false

    /// Whether it is a directory.
    var isDirectory: Bool { attributes.contains(.directory) }
}
