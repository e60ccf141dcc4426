/// What was there before an effect was begun: enough to put it back exactly.
public enum BeforeImage: Hashable, Sendable {
    /// Nothing: reverting removes what the effect made.
    case absent
    /// The effect was already in force and is not ours: reverting leaves it alone.
    case existing
    /// What the platform needs to put the former state back, in the platform's own format.
    case content([UInt8])
}
