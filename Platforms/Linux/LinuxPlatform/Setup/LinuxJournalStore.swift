internal import Glibc
public import SandboxModel

/// The journal as a file that only root can read; an append returns when it is on the disk (`fdatasync(2)`).
public struct LinuxJournalStore: JournalStore {
    /// The locked state directory; nothing when there is none and nothing may be changed.
    let lock: SetupLock?

    private static let name = FileImage.name(of: InstallationPaths.journal)

    /// Reads everything that was appended.
    ///
    /// - Returns: the bytes, or nothing when there is no journal.
    /// - Throws: `.systemCall` when the file cannot be opened or read, `.unsafe` when it is not root's alone.
    public func read() throws(SetupError) -> [UInt8]? {
        guard let lock, try lock.directory.attributes(of: Self.name) != nil else { return nil }
        let file = try open(lock, O_RDONLY)
        defer { _ = close(file) }
        return try FileContent.read(file, subject: InstallationPaths.journal)
    }

    /// Appends bytes and returns when they are durable.
    ///
    /// - Parameters:
    ///   - bytes: one or more whole lines.
    ///   - length: how many bytes of the journal count; what lies behind them is cut off, ftruncate(2).
    /// - Throws: `.systemCall` when the bytes could not be made durable or there is no state directory, `.unsafe` when the
    ///   file is not root's alone.
    public func append(_ bytes: [UInt8], after length: Int) throws(SetupError) {
        guard let lock else { throw .systemCall("append to", InstallationPaths.journal, ENOENT) }
        let isNew = try lock.directory.attributes(of: Self.name) == nil
        let file = try open(lock, O_WRONLY | (isNew ? O_CREAT | O_EXCL : 0))
        defer { _ = close(file) }
        guard ftruncate(file, off_t(length)) == 0, lseek(file, 0, SEEK_END) == off_t(length) else {
            throw .systemCall("cut a torn line off", InstallationPaths.journal)
        }
        try FileContent.write(bytes, to: file, subject: InstallationPaths.journal)
        guard fdatasync(file) == 0 else { throw .systemCall("synchronise", InstallationPaths.journal) }
        if isNew { try lock.directory.synchronize() }
    }

    /// Removes the journal and the state directory.
    ///
    /// - Throws: `.systemCall` when the file or the directory stays; a directory that is not empty is one.
    public func remove() throws(SetupError) {
        guard let lock else { return }
        try lock.directory.remove(Self.name)
        let parent = try RootDirectory(path: FileImage.parent(of: InstallationPaths.state))
        guard try parent.removeDirectory(FileImage.name(of: InstallationPaths.state)) else {
            throw SetupError(
                .systemCall, action: "remove", subject: InstallationPaths.state, detail: "it is not empty",
                errorNumber: ENOTEMPTY,
                remedy: "something that setup did not make lies in it: move it away and run uninstall again")
        }
    }

    private func open(_ lock: SetupLock, _ flags: Int32) throws(SetupError) -> Int32 {
        let file = unsafe openat(
            lock.directory.descriptor, Self.name, flags | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY, 0o600)
        guard file >= 0 else { throw .systemCall("open", InstallationPaths.journal) }
        var state = stat()
        guard unsafe fstat(file, &state) == 0, state.st_mode & S_IFMT == S_IFREG,
            FileAttributes(state) == .privateFile
        else {
            _ = close(file)
            throw .unsafe(InstallationPaths.journal, "it is not a file of root with mode 0600")
        }
        return file
    }
}
