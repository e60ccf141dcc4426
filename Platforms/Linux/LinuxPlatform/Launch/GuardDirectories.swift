internal import CLinux
internal import Glibc
public import SandboxModel

/// Empty directories that stand where a protected name is missing, for as long as a command runs.
///
/// Every run holds a shared lock on each protected directory it mounts over, its own guards and those it found. A guard is removed
/// only under the exclusive lock, because removing a directory takes away the mounts that other runs have put on it.
public final class GuardDirectories {
    /// A directory that is held.
    private struct Held {
        let path: HostPath
        let parent: Descriptor
        let directory: Descriptor
        let isOwn: Bool
    }

    private var held: [Held] = []

    /// The paths where this run made a directory.
    public var made: [HostPath] { held.filter(\.isOwn).map(\.path) }

    /// Holds nothing yet.
    public init() {}

    /// Makes a directory where there is none, and holds whatever directory is there.
    ///
    /// - Parameter path: a path without links whose parent exists.
    /// - Throws: `LaunchError` when the directory can be neither made nor opened.
    public func hold(_ path: HostPath) throws(LaunchError) {
        guard let parentPath = path.parent, let name = path.name else { return }
        let parent = try Descriptor(
            unsafe host_open_directory(parentPath.text), guarding: path, to: "open the directory that holds")
        let text = String(decoding: name, as: UTF8.self)
        // Another run may remove its guard between our look and our lock; then we make it again.
        for _ in 0..<100 {
            let isOwn = try Self.make(text, in: parent, path: path)
            let number = unsafe openat(parent.number, text, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            if number < 0, errno == ENOENT { continue }
            // What the user cannot open is somebody else's: nobody's guard, and nothing that a run would remove.
            if number < 0, errno == EACCES, !isOwn { return }
            let directory = try Descriptor(number < 0 ? -errno : number, guarding: path, to: "open")
            try Self.lock(directory, path: path)
            guard Self.isStill(text, in: parent, directory) else { continue }
            held.append(Held(path: path, parent: parent, directory: directory, isOwn: isOwn))
            return
        }
        throw Self.failure(EBUSY, guarding: path, to: "keep")
    }

    /// Lets everything go, and removes the guards that are still empty and that nobody else holds.
    ///
    /// - Parameter recorded: paths that an earlier run made a guard at, and may have left behind.
    /// - Returns: the paths that are gone.
    @discardableResult
    public func release(recorded: Set<HostPath> = []) -> [HostPath] {
        defer { held = [] }
        return held.reversed().filter { $0.isOwn || recorded.contains($0.path) }.compactMap { item in
            guard flock(item.directory.number, LOCK_EX | LOCK_NB) == 0, let name = item.path.name else { return nil }
            let text = String(decoding: name, as: UTF8.self)
            guard Self.isStill(text, in: item.parent, item.directory) else { return nil }
            return unsafe unlinkat(item.parent.number, text, AT_REMOVEDIR) == 0 ? item.path : nil
        }
    }

    /// Takes the shared lock; whoever may read the directory can hold it against us, so the wait has an end.
    private static func lock(_ directory: Descriptor, path: HostPath) throws(LaunchError) {
        for _ in 0..<patience {
            if flock(directory.number, LOCK_SH | LOCK_NB) == 0 { return }
            guard errno == EWOULDBLOCK || errno == EINTR else { break }
            usleep(10_000)
        }
        throw failure(errno, guarding: path, to: "lock")
    }

    /// How many hundredths of a second a lock is waited for.
    private static let patience = 300

    /// Makes a directory; false when something is there.
    private static func make(
        _ name: String, in parent: Descriptor, path: HostPath
    ) throws(LaunchError) -> Bool {
        if unsafe mkdirat(parent.number, name, 0o755) == 0 { return true }
        guard errno == EEXIST else { throw failure(errno, guarding: path, to: "make") }
        return false
    }

    /// Whether the name still leads to the directory that was opened.
    private static func isStill(_ name: String, in parent: Descriptor, _ directory: Descriptor) -> Bool {
        var named = stat()
        var opened = stat()
        guard unsafe fstatat(parent.number, name, &named, AT_SYMLINK_NOFOLLOW) == 0,
            unsafe fstat(directory.number, &opened) == 0
        else { return false }
        return named.st_dev == opened.st_dev && named.st_ino == opened.st_ino
    }

    fileprivate static func failure(_ reason: Int32, guarding path: HostPath, to operation: String) -> LaunchError {
        LaunchError(
            .caller, layer: "protected-paths", "\(operation) the protected directory '\(path)'", systemError: reason)
    }
}

extension Descriptor {
    fileprivate convenience init(
        _ result: Int32, guarding path: HostPath, to operation: String
    ) throws(LaunchError) {
        guard result >= 0 else { throw GuardDirectories.failure(-result, guarding: path, to: operation) }
        self.init(owning: result)
    }
}
