/// What an argument of a verb is: paths are written as the platform writes them, everything else stays as it is.
public enum ArgumentKind: Hashable, Sendable {
    /// A path.
    case path
    /// A number, a name, a text.
    case text
}
