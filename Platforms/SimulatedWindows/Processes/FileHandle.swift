internal import WindowsSecurity

/// An open file of a process.
struct FileHandle: Hashable, Sendable {
    /// Who opened it.
    let process: ProcessIdentifier
    /// What is open.
    let file: FileReference
    /// The name through which it was opened.
    let link: UInt32
    /// The alternate stream, when it is one.
    let stream: FileName?
    /// What the handle may do.
    let granted: AccessMask
    /// What it lets others do.
    let sharing: ShareMode
    /// Whether closing it deletes the file.
    let deletesOnClose: Bool
    /// Where the next byte is read or written; Windows: the file pointer.
    var position = 0
}
