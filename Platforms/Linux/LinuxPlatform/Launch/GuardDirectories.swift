internal import CLinux
internal import Glibc
public import SandboxModel

/// Empty directories that stand where a protected name is missing, for as long as a command runs.
///
/// Every run holds a shared lock for each protected directory it mounts over, its own guards and those it found. A guard is removed
/// only under the exclusive lock, because removing a directory takes away the mounts that other runs have put on it. The locks lie in
/// a file of the user's that no command can open, so that none can hold one.
public final class GuardDirectories {
    /// A directory that is held.
    private struct Held {
        let path: HostPath
        let parent: Descriptor
        let name: String
        /// The inode of the directory that this run made, or nothing when one was there.
        let own: ino_t?
    }

    /// The mode of a guard.
    ///
    /// The sticky bit has no use in an empty directory; it tells a guard that a killed run left behind from a directory of the user's.
    private static let mode: mode_t = S_ISVTX | 0o755

    private let locks: Descriptor
    private var held: [Held] = []

    /// The paths where this run made a directory.
    public var made: [HostPath] { held.filter { $0.own != nil }.map(\.path) }

    /// Holds nothing yet.
    ///
    /// - Parameter locks: a file of the user's, open for reading and writing, with the locks of all runs; it is closed in the end.
    public init(owningLocks locks: Int32) {
        self.locks = Descriptor(owning: locks)
    }

    /// Makes a directory where there is none, and holds whatever directory is there.
    ///
    /// - Parameter path: a path without links whose parent exists.
    /// - Throws: `LaunchError` when the directory cannot be made, or something else is there.
    public func hold(_ path: HostPath) throws(LaunchError) {
        guard let parentPath = path.parent, let name = path.name else { return }
        let opened = unsafe host_open_directory(parentPath.text)
        guard opened >= 0 else { throw Self.failure(-opened, path, to: "open the directory that holds") }
        let parent = Descriptor(owning: opened)
        let text = String(decoding: name, as: UTF8.self)
        let locked = host_lock_byte(locks.number, Self.place(of: path), false)
        guard locked == 0 else { throw Self.failure(-locked, path, to: "lock") }
        let isOwn = unsafe mkdirat(parent.number, text, Self.mode) == 0
        guard isOwn || errno == EEXIST else { throw Self.failure(errno, path, to: "make") }
        guard let directory = Self.directory(text, in: parent) else { throw Self.failure(ENOTDIR, path, to: "keep") }
        held.append(Held(path: path, parent: parent, name: text, own: isOwn ? directory.st_ino : nil))
    }

    /// Lets everything go, and removes the guards that are still empty and that no other run holds.
    ///
    /// - Returns: the paths that are gone.
    @discardableResult
    public func release() -> [HostPath] {
        defer {
            held = []
            locks.close()
        }
        return held.reversed().filter { item in
            guard Self.isGuard(item), isAlone(with: item.path) else { return false }
            return unsafe unlinkat(item.parent.number, item.name, AT_REMOVEDIR) == 0
        }.map(\.path)
    }

    /// Takes the exclusive lock of a path, unless another run has a lock of it.
    ///
    /// Runs that end together hold the shared lock against each other: each gives up its own before it tries again, so that the last
    /// one gets through.
    private func isAlone(with path: HostPath) -> Bool {
        let place = Self.place(of: path)
        if host_lock_byte(locks.number, place, true) == 0 { return true }
        host_unlock_byte(locks.number, place)
        return host_lock_byte(locks.number, place, true) == 0
    }

    /// Whether the name stands for a directory that this run or a killed one made.
    private static func isGuard(_ item: Held) -> Bool {
        guard let status = directory(item.name, in: item.parent) else { return false }
        return status.st_ino == item.own || (status.st_mode & S_ISVTX != 0 && status.st_uid == geteuid())
    }

    private static func directory(_ name: String, in parent: Descriptor) -> stat? {
        var status = stat()
        guard unsafe fstatat(parent.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
            status.st_mode & S_IFMT == S_IFDIR
        else { return nil }
        return status
    }

    /// The byte of the lock file that stands for a path, by FNV-1a; two paths on one byte only keep a guard longer.
    private static func place(of path: HostPath) -> Int64 {
        let hash = path.bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return Int64(hash >> 2)
    }

    private static func failure(_ reason: Int32, _ path: HostPath, to operation: String) -> LaunchError {
        LaunchError(
            .caller, layer: "protected-paths", "\(operation) the protected directory '\(path)'", systemError: reason)
    }
}
