internal import Glibc
internal import SandboxModel

extension RootDirectory {
    /// The name under which the new content of an entry is prepared; always the same, so that a crash leaves at most one.
    static func temporaryName(for name: String) -> String { ".\(name).sallyport-new" }

    /// Replaces or makes a file: new content beside it, durable, then renamed over it (`rename(2)`).
    ///
    /// - Parameters:
    ///   - name: the entry.
    ///   - content: all of its bytes.
    ///   - attributes: mode and owners; the file has mode 0 until its content and its owners are right.
    /// - Throws: the system call that failed; the entry is then as it was.
    func replace(_ name: String, content: [UInt8], attributes: FileAttributes) throws(SetupError) {
        let temporary = Self.temporaryName(for: name)
        try remove(temporary)
        let subject = "\(path)/\(temporary)"
        let file = unsafe openat(descriptor, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0)
        guard file >= 0 else { throw .systemCall("make", subject) }
        defer { _ = close(file) }
        try FileContent.write(content, to: file, subject: subject)
        // The owners come first: changing them clears the set-user-id bit.
        guard fchown(file, attributes.owner, attributes.group) == 0 else { throw .systemCall("give away", subject) }
        guard fchmod(file, attributes.mode) == 0 else { throw .systemCall("change the mode of", subject) }
        guard fsync(file) == 0 else { throw .systemCall("synchronise", subject) }
        try rename(temporary, to: name)
    }

    /// Replaces or makes a symbolic link.
    func replaceLink(_ name: String, target: String) throws(SetupError) {
        let temporary = Self.temporaryName(for: name)
        try remove(temporary)
        guard unsafe symlinkat(target, descriptor, temporary) == 0 else {
            throw .systemCall("make the link", "\(path)/\(temporary)")
        }
        try rename(temporary, to: name)
    }

    private func rename(_ temporary: String, to name: String) throws(SetupError) {
        try disarming(name) { () throws(SetupError) in
            guard unsafe renameat(descriptor, temporary, descriptor, name) == 0 else {
                throw .systemCall("rename \(temporary) to", "\(path)/\(name)")
            }
        }
        try synchronize()
    }

    /// Removes an entry that is not a directory; nothing happens when there is none.
    func remove(_ name: String) throws(SetupError) {
        try disarming(name) { () throws(SetupError) in
            guard unsafe unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
                throw .systemCall("remove", "\(path)/\(name)")
            }
        }
        try synchronize()
    }

    /// Takes a file away from its name, and from a set-id program its mode: whoever holds it open, or linked, could go on executing it.
    private func disarming(_ name: String, _ takeAway: () throws(SetupError) -> Void) throws(SetupError) {
        let file = unsafe openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        defer { if file >= 0 { _ = close(file) } }
        var state = stat()
        let isPrivileged =
            unsafe file >= 0 && fstat(file, &state) == 0 && state.st_mode & S_IFMT == S_IFREG
            && state.st_mode & (S_ISUID | S_ISGID) != 0
        try takeAway()
        guard !isPrivileged || fchmod(file, 0) == 0 else {
            throw .systemCall("change the mode of", "\(path)/\(name)")
        }
    }

    /// Makes a directory with exactly these attributes, or gives them to the one that is there.
    func makeDirectory(_ name: String, attributes: FileAttributes) throws(SetupError) {
        let subject = "\(path)/\(name)"
        guard unsafe mkdirat(descriptor, name, 0o700) == 0 || errno == EEXIST else {
            throw .systemCall("make the directory", subject)
        }
        let made = unsafe openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard made >= 0 else { throw .systemCall("open", subject) }
        defer { _ = close(made) }
        var state = stat()
        guard unsafe fstat(made, &state) == 0 else { throw .systemCall("look at", subject) }
        if FileAttributes(state) == attributes { return try synchronize() }
        guard fchown(made, attributes.owner, attributes.group) == 0 else { throw .systemCall("give away", subject) }
        guard fchmod(made, attributes.mode) == 0 else { throw .systemCall("change the mode of", subject) }
        try synchronize()
    }

    /// Removes an empty directory.
    ///
    /// - Returns: false when it is not empty; true when it is gone, also when it was gone before.
    func removeDirectory(_ name: String) throws(SetupError) -> Bool {
        if unsafe unlinkat(descriptor, name, AT_REMOVEDIR) == 0 {
            try synchronize()
            return true
        }
        switch errno {
        case ENOENT: return true
        case ENOTEMPTY, EEXIST: return false
        default: throw .systemCall("remove the directory", "\(path)/\(name)")
        }
    }
}
