/// What becomes of an attempt.
public enum Verdict: String, Hashable, Sendable, CaseIterable, Codable {
    /// It goes through.
    case allowed
    /// A layer refuses it.
    case denied
    /// It goes through up to a limit that a layer sets.
    case bounded
    /// The platform has no such thing.
    case notApplicable = "not-applicable"
}
