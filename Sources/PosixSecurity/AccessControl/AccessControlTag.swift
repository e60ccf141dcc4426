/// Whom an entry of an access control list concerns.
///
/// POSIX.1e draft 17, `acl_tag_t` together with the qualifier; acl(5).
public enum AccessControlTag: Hashable, Sendable {
    /// The owner of the object (`ACL_USER_OBJ`).
    case owner
    /// A named user, by id (`ACL_USER`).
    case user(UInt32)
    /// The owning group of the object (`ACL_GROUP_OBJ`).
    case owningGroup
    /// A named group, by id (`ACL_GROUP`).
    case group(UInt32)
    /// The most that named users and all groups can have (`ACL_MASK`).
    case mask
    /// Everybody whom no other entry concerns (`ACL_OTHER`).
    case other

    /// Whether the entry names a user or a group.
    public var isNamed: Bool {
        switch self {
        case .user, .group: true
        case .owner, .owningGroup, .mask, .other: false
        }
    }
}
