internal import Glibc
public import SandboxModel

/// What resolution must know of this Linux machine, asked of the kernel each time.
public struct LinuxHostFacts: HostFacts {
    /// The home directories of the caller: the account's, and the one of the environment.
    public let homeDirectories: [HostPath]
    /// The directories of the ledger and of the installation.
    public let reservedDirectories: [HostPath]
    /// The directories that the runner puts private ones over.
    public let temporaryDirectories: [HostPath]

    /// Looks up the caller's account.
    ///
    /// - Parameters:
    ///   - environmentHome: the value of `HOME`, if there is one.
    ///   - reserved: directories that no sandbox may write beside those of the installation, such as the ledger's.
    public init(environmentHome: [UInt8]?, reserved: [HostPath]) {
        let installation = [
            InstallationPaths.configuration, InstallationPaths.state, InstallationPaths.programs,
        ].compactMap { try? HostPath($0) }
        let named = [Self.accountHome(), environmentHome].compactMap(\.self).compactMap { try? HostPath($0) }
        homeDirectories = Set(named.map { Self.canonical($0.bytes) ?? $0 }).subtracting([.root]).sorted()
        reservedDirectories = (installation + reserved).map { Self.canonical($0.bytes) ?? $0 }
        temporaryDirectories = ["/tmp", "/var/tmp", "/run", "/dev"].compactMap { try? HostPath($0) }
            .map { Self.canonical($0.bytes) ?? $0 }
    }

    /// The kind of object at a path, without following a link; lstat(2).
    ///
    /// - Parameter path: any path.
    /// - Returns: the kind of object; `.unreachable` with the error number when nobody can tell.
    public func kind(of path: HostPath) -> PathKind {
        var status = stat()
        guard unsafe lstat(path.text, &status) == 0 else {
            return errno == ENOENT || errno == ENOTDIR ? .missing : .unreachable(errno)
        }
        return switch status.st_mode & S_IFMT {
        case S_IFDIR: .directory
        case S_IFREG: .file
        case S_IFLNK: .symbolicLink
        default: .other
        }
    }

    /// Whether the object at a path belongs to the user of this process, without following a link; lstat(2).
    ///
    /// - Parameter path: any path.
    /// - Returns: whether it does; no when nobody can tell.
    public func belongsToCaller(_ path: HostPath) -> Bool {
        var status = stat()
        return unsafe lstat(path.text, &status) == 0 && status.st_uid == getuid()
    }

    /// The path without links; realpath(3).
    ///
    /// - Parameter path: any path.
    /// - Returns: a path without links, or nothing where there is no object.
    public func canonical(_ path: HostPath) -> HostPath? { Self.canonical(path.bytes) }

    /// The text of a link; readlink(2).
    ///
    /// - Parameter path: a link's path.
    /// - Returns: the bytes of the link, or nothing when it is none or its text is longer than a path may be.
    public func linkTarget(of path: HostPath) -> [UInt8]? {
        unsafe withUnsafeTemporaryAllocation(byteCount: HostPath.maximumLength + 1, alignment: 1) { buffer in
            guard let start = buffer.baseAddress else { return nil }
            let count = unsafe readlink(path.text, start, buffer.count)
            guard count > 0, count < buffer.count else { return nil }
            return unsafe Array(buffer[..<count])
        }
    }

    /// The content of a small regular file; a link in the last component, a device or a pipe gives nothing.
    ///
    /// - Parameters:
    ///   - path: a file's path.
    ///   - limit: the greatest number of bytes wanted; a longer file gives nothing.
    /// - Returns: the whole content, or nothing.
    public func contents(of path: HostPath, limit: Int) -> [UInt8]? {
        SmallFile.contents(of: path.text, limit: limit)
    }

    /// The path of the same object without links, counted from the current directory when it is relative; realpath(3).
    ///
    /// - Parameter path: the path as the user gave it, without NUL.
    /// - Returns: a path without links, or nothing.
    public static func canonical(_ path: [UInt8]) -> HostPath? {
        do throws(HostPathError) { return try resolve(path) } catch { return nil }
    }

    /// The path of the same object without links, and why it cannot be named; realpath(3).
    ///
    /// - Parameter path: the path as the user gave it, without NUL.
    /// - Returns: a path without links, or nothing where there is no object.
    /// - Throws: `HostPathError` when the path without links is not one that this program takes.
    public static func resolve(_ path: [UInt8]) throws(HostPathError) -> HostPath? {
        let given = path.map { CChar(bitPattern: $0) } + [0]
        guard let text = unsafe realpath(given, nil) else { return nil }
        defer { unsafe free(text) }
        return try HostPath(unsafe UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) })
    }

    /// The home directory of the caller's account; getpwuid(3).
    private static func accountHome() -> [UInt8]? {
        guard let entry = unsafe getpwuid(getuid()), let directory = unsafe entry.pointee.pw_dir else { return nil }
        return unsafe UnsafeBufferPointer(start: directory, count: strlen(directory)).map { UInt8(bitPattern: $0) }
    }
}
