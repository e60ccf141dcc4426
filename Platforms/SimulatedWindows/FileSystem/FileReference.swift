/// A file or directory, whatever names it has: the volume and the number there.
///
/// Numbers are never used twice. Windows: `FILE_ID_INFO`.
public struct FileReference: Hashable, Sendable {
    /// The index of the volume.
    let volume: UInt8
    /// The number of the record.
    let record: UInt32
}
