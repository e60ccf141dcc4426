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

    /// The directory of the sandbox's own settings, of which only the reserved parts must never be written; Windows: `CODEX_HOME`.
    var installationDirectory: HostPath? { get }

    /// The path that a text of the host's own kind names, or nothing when it is relative or no path.
    ///
    /// - Parameter text: the text as a program of the host writes it.
    /// - Returns: the path in the model's form.
    func absolutePath(_ text: [UInt8]) -> HostPath?

    /// The names in a directory, or nothing when it cannot be listed; readdir(3).
    ///
    /// - Parameter directory: a directory's path.
    /// - Returns: the names, in any order.
    func names(in directory: HostPath) -> [[UInt8]]?

    /// Whether names that differ in the case of letters are one name.
    var ignoresCase: Bool { get }

    /// The directories that every program of the platform reads, where they need a grant.
    var platformDirectories: [HostPath] { get }

    /// Whether a path is the root of a volume; the root of everything is one anyway.
    ///
    /// - Parameter path: a canonical path.
    /// - Returns: whether nothing of the same volume lies above.
    func isVolume(_ path: HostPath) -> Bool

    /// Whether what lies at a path has an access control list.
    ///
    /// - Parameter path: a canonical path.
    /// - Returns: whether its volume keeps lists.
    func hasAccessLists(_ path: HostPath) -> Bool

    /// Whether everybody may write a directory, or nothing when its list cannot be read.
    ///
    /// - Parameter directory: a canonical path.
    /// - Returns: whether an entry for everybody grants a right of writing.
    func everybodyMayWrite(_ directory: HostPath) -> Bool?

    /// Whether a file belongs to the system although it lies among the person's; Windows: `FILE_ATTRIBUTE_SYSTEM`.
    ///
    /// - Parameter path: a canonical path.
    /// - Returns: whether it does.
    func isSystemFile(_ path: HostPath) -> Bool
}

/// What a host answers that knows none of this; whoever needs the names in a directory then refuses.
extension HostFacts {
    /// None.
    public var installationDirectory: HostPath? { nil }
    /// The text itself when it begins with `/`.
    public func absolutePath(_ text: [UInt8]) -> HostPath? { try? HostPath(text) }
    /// Unknown.
    public func names(in directory: HostPath) -> [[UInt8]]? { nil }
    /// No.
    public var ignoresCase: Bool { false }
    /// None.
    public var platformDirectories: [HostPath] { [] }
    /// The root alone.
    public func isVolume(_ path: HostPath) -> Bool { path == .root }
    /// Always.
    public func hasAccessLists(_ path: HostPath) -> Bool { true }
    /// Unknown.
    public func everybodyMayWrite(_ directory: HostPath) -> Bool? { nil }
    /// Never.
    public func isSystemFile(_ path: HostPath) -> Bool { false }
}
