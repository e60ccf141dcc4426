/// A line of a directory listing.
///
/// Windows: `WIN32_FIND_DATAW`.
public struct DirectoryEntry: Hashable, Sendable {
    /// The name.
    public let name: FileName
    /// The short name (8.3), when there is one.
    public let shortName: FileName?
    /// The attributes.
    public let attributes: FileAttributes
    /// The number of bytes of the file itself.
    public let size: Int
    /// When it was last written, in seconds since 1970.
    public let modified: UInt64
    /// Where it leads, when it is a link.
    public let reparsePoint: ReparsePoint?
}
