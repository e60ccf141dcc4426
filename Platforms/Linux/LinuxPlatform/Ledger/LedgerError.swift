internal import Glibc

/// Why the ledger could not be read or written; the file stays as it was.
public struct LedgerError: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Code: Hashable, Sendable {
        /// The account database has no usable home directory for the user.
        case noHome
        /// Root and set-user-ID programs keep no ledger.
        case runningAsRoot
        /// The directory or a file in it belongs to somebody else, or others may write it, or it is of another kind.
        case untrustworthy
        /// The file is no ledger.
        case corrupt(LedgerSyntaxError)
        /// The file system is full, or the user's quota is used up.
        case fileSystemFull
        /// The file system is read-only.
        case readOnlyFileSystem
        /// Every group id of the user's block has a root.
        case blockExhausted
        /// Another failure of the system, as the error number says.
        case system
    }

    /// What went wrong.
    public let code: Code
    /// What was tried, for example `write the ledger`.
    public let operation: String
    /// On what; empty when it was no file.
    public let path: String
    /// The error number of the system call, or 0.
    public let systemError: Int32

    init(_ code: Code, _ operation: String, path: String = "", systemError: Int32 = 0) {
        self.code = code
        self.operation = operation
        self.path = path
        self.systemError = systemError
    }

    init(systemError number: Int32, _ operation: String, path: String) {
        let code: Code
        switch number {
        case ENOSPC, EDQUOT: code = .fileSystemFull
        case EROFS: code = .readOnlyFileSystem
        case ELOOP, ENOTDIR, EISDIR: code = .untrustworthy
        default: code = .system
        }
        self.init(code, operation, path: path, systemError: number)
    }
}
