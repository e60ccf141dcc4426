/// How an entry is inherited, and what an audit entry watches.
///
/// Windows: `AceFlags`, MS-DTYP 2.4.4.1.
public struct EntryFlags: OptionSet, Hashable, Sendable {
    /// The byte in the header of the entry.
    public let rawValue: UInt8

    /// Makes a set of its bits.
    ///
    /// - Parameter rawValue: the byte in the header of the entry.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Objects that hold nothing inherit the entry; Windows: `OBJECT_INHERIT_ACE`, SDDL `OI`.
    public static let objectInherit = EntryFlags(rawValue: 0x01)
    /// Containers inherit the entry; Windows: `CONTAINER_INHERIT_ACE`, SDDL `CI`.
    public static let containerInherit = EntryFlags(rawValue: 0x02)
    /// The entry reaches children only; Windows: `NO_PROPAGATE_INHERIT_ACE`, SDDL `NP`.
    public static let noPropagate = EntryFlags(rawValue: 0x04)
    /// The entry does not speak about this object; Windows: `INHERIT_ONLY_ACE`, SDDL `IO`.
    @inlinable public static var inheritOnly: EntryFlags { EntryFlags(rawValue: 0x08) }
    /// The entry came from a parent; Windows: `INHERITED_ACE`, SDDL `ID`.
    public static let inherited = EntryFlags(rawValue: 0x10)
    /// The entry may not be removed without the critical flag; Windows: `CRITICAL_ACE_FLAG`, SDDL `CR`.
    public static let critical = EntryFlags(rawValue: 0x20)
    /// Granted attempts are recorded; Windows: `SUCCESSFUL_ACCESS_ACE_FLAG`, SDDL `SA`.
    public static let auditSuccess = EntryFlags(rawValue: 0x40)
    /// Denied attempts are recorded; Windows: `FAILED_ACCESS_ACE_FLAG`, SDDL `FA`.
    public static let auditFailure = EntryFlags(rawValue: 0x80)

    /// The flags that speak about inheritance to children.
    public static let inheritance: EntryFlags = [.objectInherit, .containerInherit, .noPropagate, .inheritOnly]
}
