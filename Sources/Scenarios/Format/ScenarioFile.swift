/// A file of scenarios that share a host.
public struct ScenarioFile: Sendable {
    /// The schema this program reads.
    public static let schema = 1

    /// The path it was read from.
    public let path: String
    /// What its scenarios are about.
    public let title: String
    /// The scenarios, in order.
    public let scenarios: [Scenario]
}
