/// The identity a process presents to the kernel's discretionary check.
///
/// POSIX.1-2017 "File Access Permissions"; credentials(7).
public struct Credentials: Hashable, Sendable {
    /// The file-system user id.
    public var user: UInt32
    /// The file-system group id.
    public var group: UInt32
    /// The supplementary group ids, in no particular order.
    public var supplementaryGroups: Set<UInt32>

    /// Makes credentials.
    ///
    /// - Parameters:
    ///   - user: the file-system user id.
    ///   - group: the file-system group id.
    ///   - supplementaryGroups: the supplementary group ids.
    public init(user: UInt32, group: UInt32, supplementaryGroups: Set<UInt32> = []) {
        self.user = user
        self.group = group
        self.supplementaryGroups = supplementaryGroups
    }

    /// Whether a group entry for `group` concerns this process.
    ///
    /// - Parameter group: a group id.
    /// - Returns: whether it is the group or one of the supplementary groups.
    public func belongs(to group: UInt32) -> Bool {
        self.group == group || supplementaryGroups.contains(group)
    }
}
