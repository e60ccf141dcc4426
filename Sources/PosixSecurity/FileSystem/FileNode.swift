/// A file system object as an access decision sees it.
///
/// Linux: inode(7) and the mount through which it is reached.
public struct FileNode: Hashable, Sendable {
    /// The absolute path, which the write gate judges by.
    public var path: String
    /// What it is.
    public var kind: FileKind
    /// The user id of the owner.
    public var owner: UInt32
    /// The group id.
    public var group: UInt32
    /// The access list.
    public var access: AccessControlList
    /// Whether the sticky bit is set (`S_ISVTX`); it matters for directories.
    public var isSticky: Bool
    /// The mount through which it is reached.
    public var mount: Mount
    /// Whether something is mounted on it, so that its name can neither be removed nor renamed.
    public var isMountPoint: Bool

    /// Makes an object.
    ///
    /// - Parameters:
    ///   - path: the absolute path.
    ///   - kind: what it is.
    ///   - owner: the user id of the owner.
    ///   - group: the group id.
    ///   - access: the access list.
    ///   - isSticky: whether the sticky bit is set.
    ///   - mount: the mount through which it is reached.
    ///   - isMountPoint: whether something is mounted on it.
    public init(
        path: String, kind: FileKind, owner: UInt32, group: UInt32, access: AccessControlList, isSticky: Bool = false,
        mount: Mount = Mount(identifier: 0, isReadOnly: false), isMountPoint: Bool = false
    ) {
        self.path = path
        self.kind = kind
        self.owner = owner
        self.group = group
        self.access = access
        self.isSticky = isSticky
        self.mount = mount
        self.isMountPoint = isMountPoint
    }
}
