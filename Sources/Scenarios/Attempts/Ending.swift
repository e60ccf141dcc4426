/// How the last command of a scenario ends, before the evidence is looked at.
public enum Ending: String, Hashable, Sendable, CaseIterable {
    /// When it has made its attempts.
    case byItself = "by-itself"
    /// Its caller is told to end it.
    case cancelled
    /// Its caller is killed.
    case abandoned
}
