/// Whether a token belongs to a process or stands for a client.
///
/// Windows: `TOKEN_TYPE` in winnt.h.
public enum TokenKind: Hashable, Sendable {
    /// The token of a process.
    case primary
    /// The token of a client, usable up to a level.
    case impersonation(ImpersonationLevel)
}
