/// Whether the sandbox has accounts of its own.
public enum SandboxLevel: String, CaseIterable, Hashable, Sendable {
    /// The command runs as one of the two principals; an administrator has run setup once.
    case elevated
    /// The command runs as the user; nothing has to be set up.
    case unelevated
}
