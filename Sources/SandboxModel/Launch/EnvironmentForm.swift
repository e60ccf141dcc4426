/// Which variables of the caller a design gives to its commands.
public enum EnvironmentForm: String, CaseIterable, Hashable, Sendable {
    /// Those that lead nowhere and hold no secrets, and a private home; see `EnvironmentRule`.
    case scrubbed
    /// All of them, with the documented additions.
    case inherited
}
