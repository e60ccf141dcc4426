/// What a name stands for.
///
/// POSIX: `S_IFMT` of `st_mode`.
public enum FileKind: String, CaseIterable, Hashable, Sendable {
    /// A regular file (`S_IFREG`).
    case regularFile
    /// A directory (`S_IFDIR`).
    case directory
    /// A symbolic link (`S_IFLNK`).
    case symbolicLink
    /// A named pipe (`S_IFIFO`).
    case pipe
    /// A socket (`S_IFSOCK`).
    case socket
    /// A character device (`S_IFCHR`).
    case characterDevice
    /// A block device (`S_IFBLK`).
    case blockDevice

    /// The write gate's right to make one.
    public var makeRight: WriteGateRights {
        switch self {
        case .regularFile: .makeRegularFile
        case .directory: .makeDirectory
        case .symbolicLink: .makeSymbolicLink
        case .pipe: .makePipe
        case .socket: .makeSocket
        case .characterDevice: .makeCharacterDevice
        case .blockDevice: .makeBlockDevice
        }
    }

    /// The write gate's right to remove one.
    public var removeRight: WriteGateRights { self == .directory ? .removeDirectory : .removeFile }
}
