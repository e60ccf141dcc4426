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
        guard unsafe renameat(descriptor, temporary, descriptor, name) == 0 else {
            throw .systemCall("rename \(temporary) to", "\(path)/\(name)")
        }
        try synchronize()
    }

    /// Removes an entry that is not a directory; nothing happens when there is none.
    func remove(_ name: String) throws(SetupError) {
        if unsafe unlinkat(descriptor, name, 0) == 0 { return try synchronize() }
        guard errno == ENOENT else { throw .systemCall("remove", "\(path)/\(name)") }
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
