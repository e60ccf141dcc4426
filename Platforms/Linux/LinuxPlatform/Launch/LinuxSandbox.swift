public import SandboxModel

/// Linux as a platform of the model: a plan becomes a request, and the command runner puts it in force.
public struct LinuxSandbox: SandboxPlatform {
    /// How plans are said in the runner's terms.
    public var lowering: LaunchLowering
    /// What puts them in force.
    public var runner: CommandRunnerProcess

    /// Makes a platform.
    ///
    /// - Parameters:
    ///   - lowering: how plans are said in the runner's terms.
    ///   - runner: what puts them in force.
    public init(lowering: LaunchLowering, runner: CommandRunnerProcess) {
        self.lowering = lowering
        self.runner = runner
    }

    /// Says a plan as a launch request.
    public func lower(_ plan: LaunchPlan) throws(LaunchError) -> Lowered<LaunchRequest> {
        let lowered = try lowering.lower(plan)
        let accepted = Set(lowering.acceptedLosses.map { "\($0.word)" })
        if let loss = lowered.refusedLosses(accepting: accepted).first {
            throw LaunchError(.loss, layer: loss.name, "planned: \(loss.planned); possible: \(loss.inForce)")
        }
        return lowered
    }

    /// Runs the command under a launch request and waits for it.
    public func launch(_ confinement: LaunchRequest) throws(LaunchError) -> CommandOutcome {
        try runner.run(confinement)
    }
}
