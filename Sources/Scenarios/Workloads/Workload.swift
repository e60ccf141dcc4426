/// Something developers do all day, as the attempts it consists of: what a sandbox has to let through to be of use.
public struct Workload: Sendable {
    /// One step.
    public struct Step: Sendable {
        /// What is done.
        public let attempt: Attempt
        /// Why the work goes on without it; nothing for what it needs.
        public let goesOnBecause: String?

        /// Whether the work fails without it.
        public var isNeeded: Bool { goesOnBecause == nil }
    }

    /// Its name, unique among the workloads.
    public let id: String
    /// What is done, as a phrase.
    public let title: String
    /// Which run of which programs it was taken from, and what was left out or translated.
    public let record: String
    /// The file it stands in.
    public let file: String
    /// The host it needs.
    public let host: Host
    /// Which of the host's workspaces is meant by `$workspace`.
    public let workspace: String
    /// The mode in which a person lets it run.
    public let mode: Mode
    /// The steps in order.
    public let steps: [Step]
    /// What the person must find afterwards, outside the sandbox.
    public let evidence: [Attempt]

    /// A trial of its steps, of which none is judged by itself.
    ///
    /// - Parameter mode: the mode; nothing to run without a sandbox.
    /// - Returns: the trial.
    func trial(in mode: Mode?) -> Trial {
        Trial(
            Scenario(
                id: id, title: title, sources: [], file: file, group: "", host: host, workspace: workspace,
                policy: PolicyAdditions(), attempts: steps.map(\.attempt), ending: .byItself, evidence: nil,
                control: .succeeds(.user), verdicts: [:], expectations: [:]), in: mode)
    }
}
