/// Something a process wants to do with the file system; path lookup has already led to the objects.
///
/// POSIX.1-2017 `open`, `mkdir`, `unlink`, `rename` and relatives; for each the man page of section 2.
public enum FileOperation: Hashable, Sendable {
    /// Opening something that exists, or passing through a directory with `execute` alone.
    case open(FileNode, Permissions, truncating: Bool)
    /// Cutting or extending a file by its path (`truncate`).
    case truncate(FileNode)
    /// Making something new in a directory (`mknod`, `mkdir`, `symlink`).
    case create(FileKind, in: FileNode)
    /// Removing a name (`unlink`, `rmdir`).
    case remove(FileNode, from: FileNode)
    /// Renaming, perhaps over something that exists (`rename`).
    case rename(FileNode, from: FileNode, to: FileNode, replacing: FileNode?)
    /// Giving a file another name (`link`).
    case link(FileNode, from: FileNode, to: FileNode)
    /// Changing the mode (`chmod`).
    case changeMode(FileNode)
    /// Changing owner or group (`chown`); `nil` leaves one as it is.
    case changeOwner(FileNode, user: UInt32?, group: UInt32?)
    /// Setting an extended attribute (`setxattr`).
    case setAttribute(FileNode, AttributeNamespace)
}
