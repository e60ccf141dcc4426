internal import CLinux
internal import Glibc
internal import SandboxModel

/// Finds out whether the file system of a home directory takes POSIX access control lists, without touching a user's file.
struct AccessListProbe {
    /// What is known.
    enum Answer: Hashable, Sendable {
        /// A list was set on a file of our own.
        case supported
        /// The file system refused, or is known to have none; the clause says which.
        case unsupported(String)
        /// Nothing could be tried; the clause says why.
        case unknown(String)
    }

    /// Types that keep access control lists unless they are mounted with `noacl`.
    private static let capable: Set<String> = [
        "ext2", "ext3", "ext4", "xfs", "btrfs", "tmpfs", "overlay", "f2fs", "bcachefs", "zfs", "ceph", "ocfs2", "gfs2",
        "jfs",
    ]
    /// Types that cannot keep them.
    private static let incapable: Set<String> = [
        "vfat", "msdos", "exfat", "iso9660", "udf", "ramfs", "squashfs", "hfsplus", "proc", "sysfs", "cifs", "smb3",
    ]

    /// Asks for the file system of a home directory.
    ///
    /// - Parameter home: the path of the directory.
    /// - Returns: what is known.
    /// - Throws: when the mounts cannot be read.
    static func answer(forHome home: String) throws(SetupError) -> Answer {
        let directory = unsafe sallyport_setup_open_path(home)
        guard directory >= 0 else {
            return .unknown("\(home) cannot be opened: \(SetupError.explanation(of: -directory))")
        }
        defer { _ = close(directory) }
        var identifier: UInt64 = 0
        let result = unsafe sallyport_setup_mount_id(directory, &identifier)
        guard result == 0, let mount = try MountTable().entry(identifier) else {
            return .unknown("the mount of \(home) is not known")
        }
        return try attempt(on: mount, sameAs: directory) ?? guess(mount)
    }

    /// Sets a list on a file without a name in the root directory of the file system, when that directory is root's.
    private static func attempt(
        on mount: MountTable.Entry, sameAs home: Int32
    ) throws(SetupError) -> Answer? {
        do throws(SetupError) {
            let place = try RootDirectory(path: mount.place)
            var here = stat()
            var there = stat()
            guard unsafe fstat(place.descriptor, &here) == 0, unsafe fstat(home, &there) == 0,
                here.st_dev == there.st_dev
            else { return nil }
            let file = sallyport_setup_unnamed_file(place.descriptor)
            guard file >= 0 else { return nil }
            defer { _ = close(file) }
            let result = sallyport_setup_try_acl(file)
            if result == 0 { return .supported }
            return .unsupported(
                "\(mount.type) on \(mount.place) refused one: \(SetupError.explanation(of: -result))")
        } catch  where error.code == .unsafeFile {
            return nil
        }
    }

    private static func guess(_ mount: MountTable.Entry) -> Answer {
        if mount.options.contains("noacl") { return .unsupported("\(mount.place) is mounted with 'noacl'") }
        if incapable.contains(mount.type) { return .unsupported("\(mount.type) on \(mount.place) has none") }
        if capable.contains(mount.type) { return .supported }
        return .unknown("it could not be tried on \(mount.type) at \(mount.place)")
    }
}
