internal import CLinux
internal import Glibc
internal import SandboxModel

extension LedgerStore {
    /// Opens the directory of the ledger, which must be the user's and closed to everybody else's writing.
    ///
    /// - Parameter creating: whether missing directories are made.
    /// - Returns: a descriptor to close, or nothing when the directory is missing and was not to be made.
    /// - Throws: `LedgerError`.
    func openDirectory(creating: Bool) throws(LedgerError) -> Int32? {
        let flags = O_RDONLY | O_DIRECTORY
        var current = unsafe sallyport_open_at(AT_FDCWD, home.text, flags)
        guard current >= 0 else {
            throw LedgerError(systemError: -current, "open your home directory", path: home.text)
        }
        for name in Self.directories {
            let isLast = name == Self.directories.last
            if creating, unsafe mkdirat(current, name, 0o700) != 0, errno != EEXIST {
                let number = errno
                close(current)
                throw LedgerError(systemError: number, "make the directory", path: directory)
            }
            // Users may keep `.local` elsewhere; the last directory is checked and must be no link.
            let next = unsafe sallyport_open_at(current, name, isLast ? flags | O_NOFOLLOW : flags)
            close(current)
            if next == -ENOENT, !creating { return nil }
            guard next >= 0 else { throw LedgerError(systemError: -next, "open the directory", path: directory) }
            current = next
        }
        do throws(LedgerError) {
            try check(current, kind: S_IFDIR, path: directory)
        } catch {
            close(current)
            throw error
        }
        return current
    }

    /// Opens the directory of the ledger, and makes it when it is missing.
    func openOwnDirectory() throws(LedgerError) -> Int32 {
        if let directory = try openDirectory(creating: true) { return directory }
        throw LedgerError(.system, "open the directory", path: directory, systemError: ENOENT)
    }

    /// Opens a file of the ledger's directory, which must be the user's.
    func openFile(_ name: String, in directory: Int32, _ flags: Int32) throws(LedgerError) -> Int32 {
        let path = "\(self.directory)/\(name)"
        let descriptor = unsafe sallyport_create_at(directory, name, flags | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { throw LedgerError(systemError: -descriptor, "open", path: path) }
        do throws(LedgerError) {
            try check(descriptor, kind: S_IFREG, path: path)
        } catch {
            close(descriptor)
            throw error
        }
        return descriptor
    }

    /// Reads the ledger; a missing file is an empty one.
    func read(in directory: Int32) throws(LedgerError) -> GrantLedger {
        let file: Int32
        do throws(LedgerError) {
            file = try openFile("ledger", in: directory, O_RDONLY)
        } catch {
            guard error.systemError != ENOENT else { return GrantLedger() }
            throw error
        }
        defer { close(file) }
        guard let bytes = SmallFile.drain(file, limit: Self.longest) else {
            throw LedgerError(systemError: errno, "read the ledger", path: path)
        }
        do throws(LedgerSyntaxError) {
            return try GrantLedger(parsing: bytes)
        } catch {
            throw LedgerError(.corrupt(error), "read the ledger", path: path)
        }
    }

    /// Replaces the ledger: a temporary file, fsync(2), rename(2), fsync(2) of the directory.
    func write(_ bytes: [UInt8], in directory: Int32) throws(LedgerError) {
        let file = try openFile("ledger.new", in: directory, O_WRONLY | O_CREAT | O_TRUNC)
        var failure: Int32 = 0
        var rest = bytes[...]
        while failure == 0, !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
            if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { failure = errno }
        }
        if failure == 0, fsync(file) != 0 { failure = errno }
        if close(file) != 0, failure == 0 { failure = errno }
        if failure == 0, unsafe renameat(directory, "ledger.new", directory, "ledger") != 0 { failure = errno }
        guard failure == 0 else {
            unsafe unlinkat(directory, "ledger.new", 0)
            throw LedgerError(systemError: failure, "write the ledger", path: path)
        }
        guard fsync(directory) == 0 else { throw LedgerError(systemError: errno, "write the ledger", path: path) }
    }

    private func check(_ descriptor: Int32, kind: mode_t, path: String) throws(LedgerError) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw LedgerError(systemError: errno, "look at", path: path)
        }
        guard status.st_mode & S_IFMT == kind, status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
            throw LedgerError(.untrustworthy, "use", path: path)
        }
    }
}
