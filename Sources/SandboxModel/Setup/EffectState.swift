/// What a look at the machine shows of an effect, now.
public enum EffectState: Hashable, Sendable {
    /// Everything that the effect promises holds.
    case inForce
    /// Nothing of the effect is there.
    case absent
    /// Something is there that is not what the effect promises.
    ///
    /// The reason is one clause: what was found and what should be there.
    case drifted(String)
}
