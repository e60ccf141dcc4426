internal import Glibc

/// Why a pass stopped.
///
/// What was changed until then stays in force and is recognised by the next pass; `revoke` undoes it.
public struct GrantError: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Code: String, Hashable, Sendable {
        /// Grants are made by the owner of the files; root and set-user-ID programs make none.
        case runningAsRoot = "running-as-root"
        /// The path does not exist.
        case notFound = "not-found"
        /// The path is not a directory.
        case notADirectory = "not-a-directory"
        /// The path has a symbolic link in it.
        case symbolicLink = "symbolic-link"
        /// The user may not open the path.
        case permissionDenied = "permission-denied"
        /// The root belongs to somebody else.
        case foreignRoot = "foreign-root"
        /// An ancestor that the principals cannot pass belongs to somebody else.
        case impassableAncestor = "impassable-ancestor"
        /// The file system keeps no access control lists.
        case listsUnsupported = "lists-unsupported"
        /// The file system has no room for another entry in a list.
        case listFull = "list-full"
        /// The file system is full, or the user's quota is used up.
        case fileSystemFull = "file-system-full"
        /// The file system is read-only.
        case readOnlyFileSystem = "read-only-file-system"
        /// A list would get more named entries than the budget allows.
        case tooManyEntries = "too-many-entries"
        /// A group or user id does not exist in this user namespace.
        case unmappedIdentifier = "unmapped-identifier"
        /// The process has no descriptor left for another directory level.
        case tooManyOpenFiles = "too-many-open-files"
        /// A protected path cannot be named to the runner: it is not UTF-8, too long or has a control character in it.
        case unspeakableName = "unspeakable-name"
        /// The before-images could not be stored, so nothing that needs them was changed.
        case imagesNotStored = "images-not-stored"
        /// Another failure of the system, as the error number says.
        case system
    }

    /// What went wrong.
    public let code: Code
    /// What was tried, for example `set the access control list`.
    public let operation: String
    /// On what.
    public let path: String
    /// The error number of the system call, or 0.
    public let systemError: Int32

    init(_ code: Code, _ operation: String, _ path: String, _ systemError: Int32 = 0) {
        self.code = code
        self.operation = operation
        self.path = path
        self.systemError = systemError
    }
}
