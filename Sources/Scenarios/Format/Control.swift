/// The matched control of a scenario.
public enum Control: Hashable, Sendable {
    /// This actor must succeed.
    case succeeds(Actor)
    /// It succeeds for nobody, for this reason.
    case none(reason: String)
}
