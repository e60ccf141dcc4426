/// Why a journal cannot be believed.
public struct JournalError: Error, Hashable, Sendable {
    /// What is wrong with the line.
    public enum Reason: String, Error, CaseIterable, Hashable, Sendable {
        /// The first line is not that of a journal this program understands.
        case header = "the first line is not 'sallyport-journal 1'"
        /// The bytes are not text.
        case encoding = "the line is not UTF-8"
        /// The check sum does not fit the words.
        case checkSum = "the check sum does not match"
        /// The words are not those of a record.
        case malformed = "the line is not a record"
        /// The record speaks of an effect that this program does not know.
        case unknownEffect = "the effect is unknown"
        /// The record does not follow from those before it.
        case order = "the record does not follow from those before it"
    }

    /// What is wrong.
    public let reason: Reason
    /// The number of the line, from 1.
    public let line: Int
    /// The offset of the line in the journal, in bytes.
    public let offset: Int
}
