/// Whether a token has a twin with other powers.
///
/// Windows: `TOKEN_ELEVATION_TYPE` in winnt.h.
public enum ElevationType: Int, Hashable, Sendable {
    /// There is no twin.
    case standard = 1
    /// The powerful twin.
    case full = 2
    /// The filtered twin.
    case limited = 3
}
