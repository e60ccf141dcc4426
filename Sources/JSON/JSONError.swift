/// Why text is no JSON, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was expected.
    public let expected: String
    /// Where, in bytes from the start.
    public let offset: Int

    /// The error in one line.
    public var description: String { "cannot read the JSON: expected \(expected) at byte \(offset)" }
}
