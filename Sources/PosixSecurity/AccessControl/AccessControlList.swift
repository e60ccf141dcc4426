/// A POSIX access control list; by construction its base entries exist, its names are unique and sorted.
///
/// POSIX.1e draft 17; acl(5). The only rule that assignments can break, a mask beside every named entry, is kept by
/// `setUser`, `setGroup` and `limit`; `isValid` says whether it holds.
public struct AccessControlList: Hashable, Sendable {
    /// What the owner may (`ACL_USER_OBJ`); the mask does not concern it.
    public var owner: Permissions
    /// The named users, sorted by id (`ACL_USER`).
    public internal(set) var users: [NamedEntry] = []
    /// What the owning group may, before the mask (`ACL_GROUP_OBJ`).
    public var owningGroup: Permissions
    /// The named groups, sorted by id (`ACL_GROUP`).
    public internal(set) var groups: [NamedEntry] = []
    /// The most that named users and all groups can have (`ACL_MASK`); required beside named entries.
    public var mask: Permissions?
    /// What everybody else may (`ACL_OTHER`); the mask does not concern it.
    public var other: Permissions

    /// Makes the minimal list: exactly a mode.
    ///
    /// - Parameter mode: the file mode; only the low nine bits count.
    public init(mode: UInt32) {
        owner = Permissions(rawValue: UInt8(truncatingIfNeeded: mode >> 6 & 7))
        owningGroup = Permissions(rawValue: UInt8(truncatingIfNeeded: mode >> 3 & 7))
        other = Permissions(rawValue: UInt8(truncatingIfNeeded: mode & 7))
    }

    /// The nine mode bits the kernel shows for the list: the group digit is the mask where there is one.
    public var mode: UInt32 {
        UInt32(owner.rawValue) << 6 | UInt32((mask ?? owningGroup).rawValue) << 3 | UInt32(other.rawValue)
    }

    /// Whether the list says no more than a mode does, so that the kernel stores none (`acl_equiv_mode()`).
    public var isMinimal: Bool { mask == nil && users.isEmpty && groups.isEmpty }

    /// How many entries name a user or a group; file systems limit them.
    public var namedEntryCount: Int { users.count + groups.count }

    /// Whether named entries have their mask.
    public var isValid: Bool { mask != nil || namedEntryCount == 0 }

    /// What the mask lets through; everything where there is no mask.
    public var effectiveMask: Permissions { mask ?? .all }

    /// All entries in the order of acl(5), the order the kernel requires.
    public var entries: [AccessControlEntry] {
        var list = [AccessControlEntry(.owner, owner)]
        list.reserveCapacity(4 + namedEntryCount)
        for entry in users { list.append(AccessControlEntry(.user(entry.id), entry.permissions)) }
        list.append(AccessControlEntry(.owningGroup, owningGroup))
        for entry in groups { list.append(AccessControlEntry(.group(entry.id), entry.permissions)) }
        if let mask { list.append(AccessControlEntry(.mask, mask)) }
        list.append(AccessControlEntry(.other, other))
        return list
    }
}
