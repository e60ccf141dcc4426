internal import Glibc

extension GrantError {
    /// Makes the error for what a system call answered.
    ///
    /// ext4 answers ENOSPC both when the one block for attributes of an inode is full and when the file system is.
    init(systemError number: Int32, _ operation: String, _ path: String) {
        let code: Code
        switch number {
        case EOPNOTSUPP: code = .listsUnsupported
        case E2BIG: code = .listFull
        case ENOSPC: code = Self.hasFreeBlocks(path) ? .listFull : .fileSystemFull
        case EDQUOT: code = .fileSystemFull
        case EROFS: code = .readOnlyFileSystem
        case EINVAL: code = .unmappedIdentifier
        case EMFILE, ENFILE: code = .tooManyOpenFiles
        case ENOENT: code = .notFound
        case ENOTDIR: code = .notADirectory
        case ELOOP: code = .symbolicLink
        case EACCES, EPERM: code = .permissionDenied
        default: code = .system
        }
        self.init(code, operation, path, number)
    }

    private static func hasFreeBlocks(_ path: String) -> Bool {
        var status = statvfs()
        return unsafe statvfs(path, &status) == 0 && status.f_bavail > 0
    }
}
