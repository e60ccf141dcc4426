/// Something that the sandbox did or refused, for whoever keeps a record.
public enum AuditEvent: Hashable, Sendable {
    /// A policy was refused.
    case policyRefused(PolicyError)
    /// A launch was planned.
    case launchPlanned(LaunchPlan)
    /// The caller gave up something by name.
    case weakened(Weakening)
    /// What the sandbox may do with files was changed.
    case grantsChanged(GrantChange)
    /// A launch was stopped because a layer could not be put in force; nothing was run.
    case launchRefused(layer: String, reason: String)
    /// A command ended.
    case commandEnded(CommandOutcome)

    /// The event's name in a record, in words and hyphens.
    public var name: String {
        switch self {
        case .policyRefused: "policy-refused"
        case .launchPlanned: "launch-planned"
        case .weakened: "weakened"
        case .grantsChanged: "grants-changed"
        case .launchRefused: "launch-refused"
        case .commandEnded: "command-ended"
        }
    }
}
