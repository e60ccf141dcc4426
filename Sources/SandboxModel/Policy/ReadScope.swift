/// What a command may read besides the writable roots.
public enum ReadScope: Hashable, Sendable {
    /// Everything that is not denied.
    case everything
    /// The readable roots alone, and what programs need to run when the platform's own directories are asked for.
    case listed(withPlatform: Bool)
}
