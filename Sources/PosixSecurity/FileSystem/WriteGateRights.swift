/// The rights of the second door, as Landlock names them.
///
/// Linux: `LANDLOCK_ACCESS_FS_*` in linux/landlock.h, ABI 1 to 7.
public struct WriteGateRights: OptionSet, Hashable, Sendable {
    /// The bits of `handled_access_fs` and `allowed_access`.
    public let rawValue: UInt64

    /// Makes rights out of Landlock's bits.
    ///
    /// - Parameter rawValue: `LANDLOCK_ACCESS_FS_*`.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Executing a file.
    public static let execute = WriteGateRights(rawValue: 1 << 0)
    /// Opening a file for writing.
    public static let writeFile = WriteGateRights(rawValue: 1 << 1)
    /// Opening a file for reading.
    public static let readFile = WriteGateRights(rawValue: 1 << 2)
    /// Listing a directory.
    public static let readDirectory = WriteGateRights(rawValue: 1 << 3)
    /// Removing an empty directory or renaming it away.
    public static let removeDirectory = WriteGateRights(rawValue: 1 << 4)
    /// Removing a file or renaming it away.
    public static let removeFile = WriteGateRights(rawValue: 1 << 5)
    /// Making a character device.
    public static let makeCharacterDevice = WriteGateRights(rawValue: 1 << 6)
    /// Making a directory.
    public static let makeDirectory = WriteGateRights(rawValue: 1 << 7)
    /// Making a regular file.
    public static let makeRegularFile = WriteGateRights(rawValue: 1 << 8)
    /// Making a socket.
    public static let makeSocket = WriteGateRights(rawValue: 1 << 9)
    /// Making a named pipe.
    public static let makePipe = WriteGateRights(rawValue: 1 << 10)
    /// Making a block device.
    public static let makeBlockDevice = WriteGateRights(rawValue: 1 << 11)
    /// Making a symbolic link.
    public static let makeSymbolicLink = WriteGateRights(rawValue: 1 << 12)
    /// Linking or renaming from one directory to another; handled by every ruleset, asked for or not.
    public static let refer = WriteGateRights(rawValue: 1 << 13)
    /// Truncating a file.
    public static let truncate = WriteGateRights(rawValue: 1 << 14)

    /// Every right that changes something.
    public static let writing: WriteGateRights = [
        .writeFile, .removeDirectory, .removeFile, .makeCharacterDevice, .makeDirectory, .makeRegularFile, .makeSocket,
        .makePipe, .makeBlockDevice, .makeSymbolicLink, .refer, .truncate,
    ]
}
