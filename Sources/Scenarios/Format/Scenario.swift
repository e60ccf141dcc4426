/// One scenario: a sequence of attempts on a host, and what is to become of it on every platform in every mode.
public struct Scenario: Sendable {
    /// Its name, unique in the corpus.
    public let id: String
    /// What is attempted, as a sentence.
    public let title: String
    /// Where it comes from: rows of the attack list, invariants and incidents of the record.
    public let sources: [String]
    /// The file it stands in.
    public let file: String
    /// The title of that file.
    public let group: String
    /// The host it needs.
    public let host: Host
    /// Which of the host's workspaces is meant by `$workspace`.
    public let workspace: String
    /// What the policy says besides the mode.
    public let policy: PolicyAdditions
    /// The steps; the last decides.
    public let attempts: [Attempt]
    /// How the last command ends.
    public let ending: Ending
    /// A step after the run that shows whether the attempt had an effect, for what succeeds on something private.
    public let evidence: Attempt?
    /// Who must succeed at the same without a sandbox; nobody for what succeeds for no one.
    public let control: Control
    /// What the policy wants to become of it in a mode, wherever it is enforced; a platform may differ.
    let verdicts: [Mode: Verdict]
    /// What is expected, by platform and mode.
    let expectations: [Platform: [Mode: Expectation]]

    /// What is expected on a platform in a mode.
    ///
    /// - Parameters:
    ///   - platform: the platform.
    ///   - mode: the mode.
    /// - Returns: the expectation, or nothing where the scenario has none.
    public func expectation(on platform: Platform, in mode: Mode) -> Expectation? { expectations[platform]?[mode] }

    /// The declared divergences, one a platform.
    public var divergences: [(platform: Platform, divergence: Divergence)] {
        Platform.allCases.compactMap { platform in
            expectations[platform]?.values.compactMap(\.divergence).first.map { (platform, $0) }
        }
    }
}
