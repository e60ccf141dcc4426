public import WindowsSecurity

/// One time that somebody logged on.
///
/// Windows: `LSA_LOGON_SESSION_DATA`. It ends when no process has a token of it any more.
public struct LogonSession: Hashable, Sendable {
    /// The number; Windows: the low part of the LUID.
    public let identifier: UInt32
    /// Who logged on.
    public let user: SID
    /// How.
    public let type: LogonType
    /// The SID that marks the session's tokens and objects.
    public let logonSID: SID
    /// Whether the profile of the account is loaded, with its registry and its keys; Windows: `LOGON_WITH_PROFILE`.
    public internal(set) var hasProfile = false
    /// Whether something holds on to the session when its last process has ended.
    public internal(set) var isKept = false
}
