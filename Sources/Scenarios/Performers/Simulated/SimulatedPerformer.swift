public import SandboxModel
internal import SimulatedWindows
internal import WindowsSecurity

/// Performs trials on the simulated Windows machine under a design: the model's prediction.
public struct SimulatedPerformer: Performer {
    /// The design.
    public let design: SandboxDesign
    /// Whether an observation says why something is granted, as it does why something is refused.
    public let explainsGrants: Bool

    /// Makes a performer.
    ///
    /// - Parameters:
    ///   - design: the design.
    ///   - explainsGrants: whether an observation says why something is granted.
    public init(design: SandboxDesign = .elevatedOnWindows, explainsGrants: Bool = false) {
        self.design = design
        self.explainsGrants = explainsGrants
    }

    /// The platform for the documented design, the design's name for any other.
    public var name: String { platform?.rawValue ?? design.name }
    /// The documented design is what the corpus has expectations for.
    public var platform: Platform? { design == .elevatedOnWindows ? .windows : nil }
    /// The machine is a model.
    public var isPrediction: Bool { true }
    /// Every mode.
    public var modes: [Mode] { Mode.allCases }

    /// Performs trials, each on a fork of the same machine.
    ///
    /// - Parameters:
    ///   - trials: the trials.
    ///   - progress: called with the number of trials that have ended since the last call.
    /// - Returns: what was observed, in the order of the trials.
    /// - Throws: ``PerformerError`` when a scenario's host cannot be built on the machine.
    public func perform(
        _ trials: [Trial], progress: @escaping @Sendable (Int) -> Void
    ) throws(PerformerError) -> [Observation] {
        var stages: [String: SimulatedStage] = [:]
        var observations: [Observation] = []
        for trial in trials {
            let host = trial.scenario.host
            let stage: SimulatedStage
            if let known = stages[host.name] {
                stage = known
            } else {
                do {
                    stage = try SimulatedStage(host: host, design: design, explainsGrants: explainsGrants)
                } catch {
                    throw PerformerError("the host '\(host.name)' cannot be built on the simulated machine: \(error)")
                }
                stages[host.name] = stage
            }
            observations.append(stage.perform(trial))
            progress(1)
        }
        return observations
    }
}
