public import WindowsSecurity

/// A local user.
///
/// Windows: `USER_INFO_3`, MS-SAMR.
public struct Account: Hashable, Sendable {
    /// The name; compared without regard to case.
    public var name: String
    /// The SID: that of the machine and a relative identifier.
    public let sid: SID
    /// The password.
    public var password: String
    /// Whether nobody can log on; Windows: `UF_ACCOUNTDISABLE`.
    public var isDisabled = false
    /// Whether too many wrong passwords were tried; Windows: `UF_LOCKOUT`.
    public var isLockedOut = false
    /// Whether the account is beyond its last day; Windows: `usri3_acct_expires`.
    public var isExpired = false
    /// Whether the password is too old; Windows: `usri3_password_expired`.
    public var isPasswordExpired = false
    /// Whether the password has to be changed at the next logon.
    public var mustChangePassword = false
    /// How often in a row a wrong password was tried.
    public var wrongPasswords = 0
    /// The directory of the profile, once it was made.
    public var profile: FilePath?
}
