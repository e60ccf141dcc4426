/// One entry of an access control list: whom, and what.
///
/// POSIX.1e draft 17, `acl_entry_t`.
public struct AccessControlEntry: Hashable, Sendable {
    /// Whom the entry concerns.
    public var tag: AccessControlTag
    /// What it allows, before the mask.
    public var permissions: Permissions

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - tag: whom the entry concerns.
    ///   - permissions: what it allows, before the mask.
    public init(_ tag: AccessControlTag, _ permissions: Permissions) {
        self.tag = tag
        self.permissions = permissions
    }
}
