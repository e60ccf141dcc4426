/// Columns that could not be performed.
public struct MissingColumns: Codable, Hashable, Sendable {
    /// The performer.
    public let performer: String
    /// Why, and what to do about it.
    public let reason: String

    /// Makes a note.
    ///
    /// - Parameters:
    ///   - performer: the performer.
    ///   - reason: why, and what to do about it.
    public init(performer: String, reason: String) {
        self.performer = performer
        self.reason = reason
    }
}
