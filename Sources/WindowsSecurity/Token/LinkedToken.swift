/// The other half of a split logon.
///
/// Windows: `TOKEN_LINKED_TOKEN` in winnt.h.
public indirect enum LinkedToken: Hashable, Sendable {
    /// There is none.
    case none
    /// The twin.
    case token(AccessToken)
}
