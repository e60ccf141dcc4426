/// Something that the sandbox did or refused, for whoever keeps a record.
public enum AuditEvent: Hashable, Sendable {
    /// A policy was looked up.
    case policyResolved(ResolvedPolicy)
    /// A policy was refused.
    case policyRefused(PolicyError)
    /// A weakening that the caller asked for by name.
    case lossAccepted(ConfinementLoss)
    /// No sandbox was built because the policy says so.
    case sandboxDisabled(workspace: HostPath)
    /// A launch was planned.
    case launchPlanned(LaunchPlan)
    /// A launch was stopped because a layer could not be put in force.
    case launchRefused(layer: String, reason: String)
    /// A command ended.
    case commandEnded(CommandOutcome)

    /// The event's name in a record, in words and hyphens.
    public var name: String {
        switch self {
        case .policyResolved: "policy-resolved"
        case .policyRefused: "policy-refused"
        case .lossAccepted: "loss-accepted"
        case .sandboxDisabled: "sandbox-disabled"
        case .launchPlanned: "launch-planned"
        case .launchRefused: "launch-refused"
        case .commandEnded: "command-ended"
        }
    }
}
