/// What tells one corpus from another, so that parts of different ones are never put together.
public struct CorpusStamp: Hashable, Sendable, Codable {
    /// A hash of the scenario files and their hosts.
    public let digest: String
    /// The names of all scenarios, in order.
    public let scenarios: [String]

    /// Makes a stamp.
    ///
    /// - Parameters:
    ///   - digest: a hash of the files.
    ///   - scenarios: the names of all scenarios.
    public init(digest: String, scenarios: [String]) {
        self.digest = digest
        self.scenarios = scenarios
    }
}
