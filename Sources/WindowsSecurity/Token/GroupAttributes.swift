/// How a SID counts in a token.
///
/// Windows: `SE_GROUP_*` in winnt.h.
public struct GroupAttributes: OptionSet, Hashable, Sendable {
    /// The 32 bits.
    public let rawValue: UInt32

    /// Makes a set of its bits.
    ///
    /// - Parameter rawValue: the 32 bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// It cannot be switched off; Windows: `SE_GROUP_MANDATORY`.
    public static let mandatory = GroupAttributes(rawValue: 0x0000_0001)
    /// It is on when the token is made; Windows: `SE_GROUP_ENABLED_BY_DEFAULT`.
    public static let enabledByDefault = GroupAttributes(rawValue: 0x0000_0002)
    /// It counts for granting and denying; Windows: `SE_GROUP_ENABLED`.
    public static let enabled = GroupAttributes(rawValue: 0x0000_0004)
    /// New objects may be owned by it; Windows: `SE_GROUP_OWNER`.
    public static let owner = GroupAttributes(rawValue: 0x0000_0008)
    /// It counts for denying only; Windows: `SE_GROUP_USE_FOR_DENY_ONLY`.
    public static let useForDenyOnly = GroupAttributes(rawValue: 0x0000_0010)
    /// It is the integrity level; Windows: `SE_GROUP_INTEGRITY`.
    public static let integrity = GroupAttributes(rawValue: 0x0000_0020)
    /// The integrity level is in force; Windows: `SE_GROUP_INTEGRITY_ENABLED`.
    public static let integrityEnabled = GroupAttributes(rawValue: 0x0000_0040)
    /// It is a group of the domain of the resource; Windows: `SE_GROUP_RESOURCE`.
    public static let resource = GroupAttributes(rawValue: 0x2000_0000)
    /// It is the SID of the logon session; Windows: `SE_GROUP_LOGON_ID`.
    public static let logonSession = GroupAttributes(rawValue: 0xC000_0000)

    /// Mandatory, enabled by default and enabled: what groups usually are.
    public static let usual: GroupAttributes = [.mandatory, .enabledByDefault, .enabled]
}
