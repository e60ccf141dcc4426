/// Performs trials: a platform, a design on the simulated machine, or another sandbox for comparison.
public protocol Performer: Sendable {
    /// The name of the column.
    var name: String { get }
    /// The platform whose expectations hold for it; nothing for what is only observed.
    var platform: Platform? { get }
    /// The modes it can perform.
    var modes: [Mode] { get }
    /// Whether a model predicts the answers; no unless the performer says so.
    var isPrediction: Bool { get }
    /// Why nothing can be performed here and what to do about it; nothing when it can.
    var obstacle: String? { get }

    /// Performs trials, each on a fresh host.
    ///
    /// - Parameters:
    ///   - trials: the trials.
    ///   - progress: called with the number of trials that have ended since the last call, from any thread.
    /// - Returns: what was observed, in the order of the trials.
    /// - Throws: ``PerformerError`` when the platform cannot be used at all.
    func perform(
        _ trials: [Trial], progress: @escaping @Sendable (Int) -> Void
    ) throws(PerformerError) -> [Observation]
}

extension Performer {
    /// The answers are real.
    public var isPrediction: Bool { false }
    /// Nothing stands in the way.
    public var obstacle: String? { nil }
}
