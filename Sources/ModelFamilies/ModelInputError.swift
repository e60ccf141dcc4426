/// Why the input of a question cannot be read.
public struct ModelInputError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The reason, as a stable word.
    public let code: String
    /// The member that was read, with its parents, joined with dots.
    public let path: String
    /// What was expected, or what the reader said.
    public let detail: String

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: the reason, as a stable word.
    ///   - path: what was read.
    ///   - detail: what was expected, or what the reader said.
    public init(code: String, path: String, detail: String) {
        self.code = code
        self.path = path
        self.detail = detail
    }

    /// The error in one line.
    public var description: String { "cannot read \(path): \(detail)" }

    static func missing(_ path: String) -> ModelInputError {
        ModelInputError(code: "member-missing", path: path, detail: "it is missing")
    }

    static func unusable(_ path: String, _ detail: String) -> ModelInputError {
        ModelInputError(code: "value-unusable", path: path, detail: detail)
    }
}
