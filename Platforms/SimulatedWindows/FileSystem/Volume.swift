/// A formatted drive.
struct Volume: Equatable, Sendable {
    /// What the drive is formatted with.
    enum Format: String, Hashable, Sendable {
        /// Files have descriptors, links and streams.
        case ntfs = "NTFS"
        /// Files have none of them, and everybody may do everything.
        case exFAT = "exFAT"
        /// Devices without a file system: they have descriptors, and what is written to them is gone.
        case devices = "devices"
    }

    /// The record of the root directory.
    static let root: UInt32 = 0

    /// The upper-case letter.
    let letter: UInt8
    /// What the drive is formatted with.
    let format: Format
    /// Whether long names get a short one too; Windows: `NtfsDisable8dot3NameCreation`.
    let makesShortNames: Bool

    var records = PersistentArray<FileRecord>()
    var links = PersistentArray<FileLink>()
    var contents = PersistentArray<FileContent>()
    var index = PersistentIndex()

    init(letter: UInt8, format: Format, makesShortNames: Bool, rootDescriptor: UInt32) {
        self.letter = letter
        self.format = format
        self.makesShortNames = makesShortNames
        records.append(FileRecord(descriptor: rootDescriptor, attributes: .directory))
    }

    subscript(record: UInt32) -> FileRecord {
        @inline(__always) get { records[Int(record)] }
        @inline(__always) _modify { yield &records[Int(record)] }
    }
}
