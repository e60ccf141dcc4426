/// What an operation did, or in a dry run would do, with one effect.
public struct SetupOutcome: Hashable, Sendable {
    /// The step that was taken.
    public enum Step: String, CaseIterable, Hashable, Sendable {
        /// It was in force already.
        case keep
        /// It was there before setup came and is used as it is.
        case adopt
        /// It was not there and is brought into force.
        case apply
        /// It was begun by setup earlier, is not in force, and is brought into force again.
        case repair
        /// It is put back to what was there before.
        case revert
        /// It was there before setup came and stays.
        case leave
    }

    /// The effect.
    public let effect: Effect
    /// The step.
    public let step: Step

    /// Makes an outcome.
    ///
    /// - Parameters:
    ///   - effect: the effect.
    ///   - step: the step.
    public init(_ effect: Effect, _ step: Step) {
        self.effect = effect
        self.step = step
    }
}
