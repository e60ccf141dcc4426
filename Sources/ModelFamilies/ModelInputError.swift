/// Why the input of a question cannot be read.
public struct ModelInputError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The reason, as a stable word.
    public let code: String
    /// The member that was read, with its parents, joined with dots.
    public let path: String
    /// What was expected, or what the reader said.
    public let detail: String

    /// The error in one line.
    public var description: String { "cannot read \(path): \(detail)" }

    static func missing(_ path: String) -> ModelInputError {
        ModelInputError(code: "member-missing", path: path, detail: "it is missing")
    }

    static func unusable(_ path: String, _ detail: String) -> ModelInputError {
        ModelInputError(code: "value-unusable", path: path, detail: detail)
    }
}
