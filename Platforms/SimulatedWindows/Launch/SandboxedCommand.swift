public import SandboxModel

/// A command that runs inside the sandbox.
public struct SandboxedCommand: Hashable, Sendable {
    /// The command's process.
    public let process: ProcessIdentifier
    /// The runner, or the person's own process without one.
    public let runner: ProcessIdentifier
    /// The job of the command and everything it starts, when there is one.
    public let job: UInt32?
    /// What is in force.
    public let plan: LaunchPlan
}
