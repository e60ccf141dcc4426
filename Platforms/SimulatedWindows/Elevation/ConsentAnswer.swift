/// What the person at the machine answers when a program asks to run elevated.
///
/// Windows: the consent dialog of user account control.
public enum ConsentAnswer: Codable, Hashable, Sendable {
    /// Yes; possible for an administrator.
    case approve
    /// The name and password of an administrator, for a user who is none.
    case credentials(user: String, password: String)
    /// No.
    case refuse
}
