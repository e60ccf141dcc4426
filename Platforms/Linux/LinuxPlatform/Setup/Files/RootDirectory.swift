internal import Glibc
internal import SandboxModel

/// A directory that only root can change, held by descriptor.
///
/// It is reached component by component without following links (`openat(2)`, `O_NOFOLLOW`); every directory on the way
/// belongs to root and nobody else may write it, so that no name below it can be exchanged.
struct RootDirectory: ~Copyable {
    /// The descriptor.
    let descriptor: Int32
    /// The path, for messages.
    let path: String

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        _ = close(descriptor)
    }

    /// Opens a directory.
    ///
    /// - Parameter path: an absolute path without `.` and `..`.
    /// - Throws: when a component is missing, is a link, or can be changed by somebody else.
    init(path: String) throws(SetupError) {
        let components = path.split(separator: "/").map(String.init)
        var directory = try RootDirectory.root()
        for component in components {
            directory = try directory.directory(component)
        }
        self = directory
    }

    /// Opens the deepest directory that exists on the way to a path.
    ///
    /// - Parameters:
    ///   - path: an absolute path without `.` and `..`.
    ///   - missing: receives the components below it that do not exist.
    /// - Throws: when a component is a link, or can be changed by somebody else.
    init(onTheWayTo path: String, missing: inout [String]) throws(SetupError) {
        var components = path.split(separator: "/").map(String.init)[...]
        var directory = try RootDirectory.root()
        while let component = components.first, try directory.attributes(of: component) != nil {
            directory = try directory.directory(component)
            components.removeFirst()
        }
        missing = Array(components)
        self = directory
    }

    private static func root() throws(SetupError) -> RootDirectory {
        let descriptor = unsafe open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .systemCall("open", "/") }
        let directory = RootDirectory(descriptor: descriptor, path: "")
        try directory.check()
        return directory
    }

    /// Opens a directory inside this one.
    ///
    /// - Parameter name: one component.
    /// - Returns: the directory.
    /// - Throws: when it is missing, is a link, or can be changed by somebody else.
    func directory(_ name: String) throws(SetupError) -> RootDirectory {
        let below = unsafe openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard below >= 0 else {
            let number = errno
            if number == ENOTDIR || number == ELOOP {
                throw .unsafe("\(path)/\(name)", "it is not a directory, and links are not followed")
            }
            throw .systemCall("open", "\(path)/\(name)", number)
        }
        let directory = RootDirectory(descriptor: below, path: "\(path)/\(name)")
        try directory.check()
        return directory
    }

    /// Refuses a directory in which somebody else could exchange a name.
    private func check() throws(SetupError) {
        var state = stat()
        guard unsafe fstat(descriptor, &state) == 0 else { throw .systemCall("look at", path) }
        let attributes = FileAttributes(state)
        let subject = path.isEmpty ? "/" : path
        guard attributes.owner == 0 else {
            throw .unsafe(subject, "it belongs to user \(attributes.owner), not to root")
        }
        guard attributes.mode & 0o002 == 0, attributes.mode & 0o020 == 0 || attributes.group == 0 else {
            throw .unsafe(
                subject, "others than root may write it (\(attributes))", remedy: "run 'chmod go-w \(subject)' first")
        }
    }

    /// The kind, mode and owners of an entry, or nothing when there is none (`fstatat(2)`, `AT_SYMLINK_NOFOLLOW`).
    func attributes(of name: String) throws(SetupError) -> (kind: UInt32, attributes: FileAttributes)? {
        var state = stat()
        guard unsafe fstatat(descriptor, name, &state, AT_SYMLINK_NOFOLLOW) == 0 else {
            let number = errno
            if number == ENOENT { return nil }
            throw .systemCall("look at", "\(path)/\(name)", number)
        }
        return (state.st_mode & S_IFMT, FileAttributes(state))
    }

    /// Makes what was done to the directory's entries durable (`fsync(2)`).
    func synchronize() throws(SetupError) {
        // Some file systems have nothing to synchronise for a directory.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .systemCall("synchronise", path) }
    }
}
