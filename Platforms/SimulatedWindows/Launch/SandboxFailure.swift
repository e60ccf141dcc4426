/// Why a command was not started, or not to its end.
public struct SandboxFailure: Error, Hashable, Sendable {
    /// The step that failed.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        /// Setup was not done, or what it did is no longer there.
        case readiness
        /// An access control list could not be edited.
        case grants
        /// The password of the principal could not be had.
        case credentials
        /// The principal could not log on.
        case logon
        /// The runner and the caller did not understand each other.
        case handshake
        /// The token could not be made.
        case token
        /// The command could not be started.
        case start
        /// A tool of the agent refused by itself.
        case tools
    }

    /// The step.
    public let stage: Stage
    /// The call that failed, when one did.
    public let error: CallError?
    /// What came back, for people.
    public let detail: String

    init(_ stage: Stage, _ error: CallError) {
        self.stage = stage
        self.error = error
        detail = error.description
    }

    init(_ stage: Stage, detail: String) {
        self.stage = stage
        error = nil
        self.detail = detail
    }
}

extension SandboxFailure: CustomStringConvertible {
    /// One line: the step and what came back.
    public var description: String { "\(stage.rawValue): \(detail)" }
}
