internal import JSON

/// Which member of a message is wrong.
struct RunnerMemberError: Error {
    /// The names from the envelope down.
    let path: JSONPath
    /// The version, when that is what is wrong.
    var version: Int?

    init(_ names: String..., version: Int? = nil) {
        path = JSONPath(names.map { .member($0) })
        self.version = version
    }
}
