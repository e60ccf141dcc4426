/// What a server may do with the identity of its client.
///
/// Windows: `SECURITY_IMPERSONATION_LEVEL` in winnt.h.
public enum ImpersonationLevel: Int, Hashable, Comparable, CaseIterable, Sendable {
    /// Nothing, not even learn who it is.
    case anonymous
    /// Learn who it is and check access.
    case identification
    /// Act as the client on this machine.
    case impersonation
    /// Act as the client on other machines too.
    case delegation

    /// Orders levels by what they permit.
    public static func < (left: ImpersonationLevel, right: ImpersonationLevel) -> Bool {
        left.rawValue < right.rawValue
    }
}
