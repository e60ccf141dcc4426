/// A name directly under a writable root that a command may never change, because the user's own tools obey what it holds.
///
/// Git runs programs that `.git` names; agents read instructions and configuration from `.codex` and `.agents`.
public enum ProtectedName: String, CaseIterable, Hashable, Sendable {
    /// The repository, or the pointer to it.
    case git = ".git"
    /// Configuration of the coding agent.
    case codex = ".codex"
    /// Instructions and skills of agents.
    case agents = ".agents"
}
