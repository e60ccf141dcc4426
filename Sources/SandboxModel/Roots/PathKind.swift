/// What lies at a path.
public enum PathKind: Hashable, Sendable {
    /// Nothing does.
    case missing
    /// A directory; `S_IFDIR`.
    case directory
    /// A regular file; `S_IFREG`.
    case file
    /// A symbolic link; `S_IFLNK`.
    case symbolicLink
    /// A device, a pipe or a socket.
    case other
    /// The host would not say; the number is its reason, errno(3).
    case unreachable(Int32)
}
