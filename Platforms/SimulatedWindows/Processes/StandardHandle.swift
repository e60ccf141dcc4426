/// Where a standard handle of a process leads; Windows: `STARTUPINFO`, `hStdInput` and its like.
public enum StandardHandle: Codable, Hashable, Sendable {
    /// Nowhere: reading meets the end, writing is lost.
    case none
    /// To a stream by its number.
    case stream(UInt32)
    /// To an open file.
    case file(HandleIdentifier)
}
