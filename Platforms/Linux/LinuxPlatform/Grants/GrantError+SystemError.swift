internal import Glibc
internal import PosixSecurity

extension GrantError {
    /// Makes the error for what a system call answered.
    ///
    /// ext4 answers ENOSPC both when the one block for attributes of an inode is full and when the file system is; lists of
    /// few entries cannot have filled a block.
    ///
    /// - Parameters:
    ///   - number: the error number.
    ///   - operation: what was tried.
    ///   - path: on what.
    ///   - lists: the lists that were to be stored, if any.
    init(systemError number: Int32, _ operation: String, _ path: String, lists: AccessLists? = nil) {
        let code: Code
        switch number {
        case EOPNOTSUPP: code = .listsUnsupported
        case E2BIG: code = .listFull
        case ENOSPC: code = lists.map { Self.couldFillABlock($0, at: path) } == true ? .listFull : .fileSystemFull
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

    private static func couldFillABlock(_ lists: AccessLists, at path: String) -> Bool {
        var status = statvfs()
        guard unsafe statvfs(path, &status) == 0 else { return false }
        let names = lists.access.namedEntryCount + (lists.inherited?.namedEntryCount ?? 0)
        return names * 8 > Int(status.f_bsize) / 4
    }
}
