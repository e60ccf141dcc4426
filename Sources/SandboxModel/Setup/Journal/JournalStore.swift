/// The place where the journal is kept; what it acknowledged survives a crash.
public protocol JournalStore {
    /// Reads everything that was appended.
    ///
    /// - Returns: the bytes, or nothing when there is no journal.
    /// - Throws: when there is a journal that cannot be read or that others may write.
    mutating func read() throws(SetupError) -> [UInt8]?

    /// Appends bytes behind the first `length` bytes and returns when they are durable.
    ///
    /// - Parameters:
    ///   - bytes: one or more whole lines.
    ///   - length: how many bytes of the journal count; a torn line behind them is cut off.
    /// - Throws: when the bytes could not be made durable.
    mutating func append(_ bytes: [UInt8], after length: Int) throws(SetupError)

    /// Removes the journal and the place it was kept in; nothing happens when there is none.
    ///
    /// - Throws: when the journal or its place stays.
    mutating func remove() throws(SetupError)
}
