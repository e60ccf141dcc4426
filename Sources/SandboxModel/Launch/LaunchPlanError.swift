/// Why a design makes no plan of a policy.
public enum LaunchPlanError: Error, Hashable, Sendable {
    /// The policy's mode builds no sandbox.
    case noSandbox
    /// The restricting list would have no capability.
    case noCapability
    /// There is no command.
    case noCommand
    /// The design cannot keep a command to a list of what it may read.
    case restrictedReads
    /// There are more arguments or variables than one launch takes.
    case tooManyArguments
    /// Only a sandbox with accounts of its own can force traffic through a proxy.
    case proxyNeedsAccounts
}

extension LaunchPlanError: CustomStringConvertible {
    /// What stands against the plan, and what to do.
    public var description: String {
        switch self {
        case .noSandbox: "the policy danger-full-access builds no sandbox; run the command without one"
        case .noCapability: "no capability was given, so nothing could be told apart; the ledger must name one"
        case .noCommand: "there is no command; write it after --"
        case .restrictedReads:
            "reading cannot be limited to a list here; let everything be read, and deny what must not be"
        case .tooManyArguments:
            "more than \(LaunchLimits.arguments) arguments or \(LaunchLimits.environment) variables; pass them in a file"
        case .proxyNeedsAccounts: "an enforced proxy needs accounts; choose the elevated level"
        }
    }
}
