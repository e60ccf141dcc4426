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

/// The matched control of a scenario.
public enum Control: Hashable, Sendable {
    /// This actor must succeed.
    case succeeds(Actor)
    /// It succeeds for nobody, for this reason.
    case none(reason: String)
}

/// What a scenario's policy says besides the mode; paths may use places.
public struct PolicyAdditions: Hashable, Sendable {
    /// More writable roots.
    public var writableRoots: [String] = []
    /// The writable roots of an earlier policy, instead of those.
    public var earlierRoots: [String] = []
    /// Paths in roots that stay as they are.
    public var readOnly: [String] = []
    /// Paths that must not be read.
    public var denyRead: [String] = []

    /// The workspace, instead of one of the host's.
    public var workspace: String?
    /// What `TMPDIR`, `TEMP` and `TMP` of the person say.
    public var temporary: String?

    /// Every path in it.
    var paths: [String] {
        writableRoots + earlierRoots + readOnly + denyRead + [workspace, temporary].compactMap(\.self)
    }

    /// The additions under which somebody acts.
    ///
    /// - Parameter actor: who acts.
    /// - Returns: these, those of the earlier policy, or none for the second workspace.
    func forActor(_ actor: Actor) -> PolicyAdditions {
        guard actor != .second else { return PolicyAdditions() }
        var additions = self
        if actor == .earlier { additions.writableRoots = earlierRoots }
        return additions
    }

    /// Nothing more.
    public init() {}
}
