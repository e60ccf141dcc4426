/// What a file holds besides its record.
struct FileContent: Hashable, Sendable {
    /// The bytes of the file itself.
    var data: [UInt8] = []
    /// The alternate streams by name.
    var streams: [FileStream] = []
    /// Where a reparse point leads.
    var reparse: ReparsePoint?
}
