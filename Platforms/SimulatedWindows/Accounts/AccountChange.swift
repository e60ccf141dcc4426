/// A change of an account.
///
/// Windows: the levels of `NetUserSetInfo`.
public enum AccountChange: Codable, Hashable, Sendable {
    /// Another password; Windows: level 1003.
    case password(String)
    /// Whether nobody can log on.
    case disabled(Bool)
    /// Whether it is locked; Windows can only unlock, a test locks too.
    case lockedOut(Bool)
    /// Whether it is beyond its last day.
    case expired(Bool)
    /// Whether the password is too old.
    case passwordExpired(Bool)
    /// Whether the password has to be changed.
    case mustChangePassword(Bool)

    func apply(to account: inout Account) {
        switch self {
        case .password(let password):
            account.password = password
            account.isPasswordExpired = false
            account.mustChangePassword = false
        case .disabled(let flag): account.isDisabled = flag
        case .lockedOut(let flag):
            account.isLockedOut = flag
            account.wrongPasswords = 0
        case .expired(let flag): account.isExpired = flag
        case .passwordExpired(let flag): account.isPasswordExpired = flag
        case .mustChangePassword(let flag): account.mustChangePassword = flag
        }
    }
}
