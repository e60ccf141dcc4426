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
    ///
    /// - Parameter plan: what is to be in force.
    /// - Returns: the request, and every difference that the caller accepted.
    /// - Throws: `.loss` for the first difference that the caller did not accept, and what the lowering throws.
    public func lower(_ plan: LaunchPlan) throws(LaunchError) -> Lowered<LaunchRequest> {
        let lowered = try lowering.lower(plan)
        let accepted = Set(lowering.acceptedLosses.map { "\($0.word)" })
        if let loss = lowered.refusedLosses(accepting: accepted).first {
            throw LaunchError(.loss, layer: loss.name, "planned: \(loss.planned); possible: \(loss.inForce)")
        }
        return lowered
    }

    /// Runs the command under a launch request and waits for it.
    ///
    /// - Parameter confinement: a lowered plan.
    /// - Returns: how the command ended.
    /// - Throws: what `CommandRunnerProcess.run` throws; the command did not start then.
    public func launch(_ confinement: LaunchRequest) throws(LaunchError) -> CommandOutcome {
        try runner.run(confinement)
    }
}
