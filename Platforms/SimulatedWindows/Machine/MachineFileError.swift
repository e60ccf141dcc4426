/// Why a machine file cannot be used: what was wrong, and where.
public struct MachineFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wrong.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        /// The bytes are no JSON.
        case notJSON = "is no JSON"
        /// A member is missing or of another kind.
        case member = "is missing or of another kind"
        /// A member is not known.
        case unknown = "is not known"
    }

    /// What was wrong.
    public let reason: Reason
    /// The member, for example `files[3].path`; empty for the file itself.
    public let place: String
    /// The offset in bytes of what is no JSON, or nothing.
    public let offset: Int?

    init(_ reason: Reason, _ place: String, offset: Int? = nil) {
        self.reason = reason
        self.place = place
        self.offset = offset
    }

    /// The error in one line.
    public var description: String {
        let name = place.isEmpty ? "the machine file" : place
        return "\(name) \(reason.rawValue)" + (offset.map { " at byte \($0)" } ?? "")
    }
}
