/// What is known of one effect: what the machine shows now, and whether setup recorded it.
public struct EffectStatus: Hashable, Sendable {
    /// The effect.
    public let effect: Effect
    /// What the machine shows now.
    public let state: EffectState
    /// Whether the journal knows the effect.
    public let isRecorded: Bool

    /// Makes a status.
    ///
    /// - Parameters:
    ///   - effect: the effect.
    ///   - state: what the machine shows now.
    ///   - isRecorded: whether the journal knows the effect.
    public init(effect: Effect, state: EffectState, isRecorded: Bool) {
        self.effect = effect
        self.state = state
        self.isRecorded = isRecorded
    }
}
