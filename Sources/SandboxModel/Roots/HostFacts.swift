/// What resolution must know of a host; a platform answers, a test invents.
///
/// Every answer is a look at the host now. Whoever acts on it later acts by descriptor and looks again: between the two
/// looks the host may change.
public protocol HostFacts {
    /// The home directories of the user who asks, canonical: the account's, and the one that the environment names.
    var homeDirectories: [HostPath] { get }

    /// Directories that a sandbox must never write, such as the one of the capability ledger.
    var reservedDirectories: [HostPath] { get }

    /// Directories that the sandbox sees a private, empty copy of.
    var temporaryDirectories: [HostPath] { get }

    /// What lies at a path, without following a link in the last component; lstat(2).
    ///
    /// - Parameter path: any path.
    /// - Returns: the kind of object, or why there is no answer.
    func kind(of path: HostPath) -> PathKind

    /// The path of the same object without links, or nothing when it does not exist; realpath(3).
    ///
    /// - Parameter path: any path.
    /// - Returns: a path without links, or nothing.
    func canonical(_ path: HostPath) -> HostPath?

    /// The text of a symbolic link, or nothing; readlink(2).
    ///
    /// - Parameter path: a link's path.
    /// - Returns: the bytes of the link.
    func linkTarget(of path: HostPath) -> [UInt8]?

    /// The first bytes of a regular file, or nothing.
    ///
    /// - Parameters:
    ///   - path: a file's path.
    ///   - limit: the greatest number of bytes wanted; a longer file gives nothing.
    /// - Returns: the whole content.
    func contents(of path: HostPath, limit: Int) -> [UInt8]?
}
