internal import CLinux
internal import Glibc
internal import SandboxModel

extension PassWorker {
    /// Deals with one name of a directory.
    func visit(
        _ entry: DirectoryEntry, in level: inout PassLevel, purpose: EntryPurpose, extra: [[UInt8]]
    ) throws(GrantError) {
        var type = unsafe Int(entry.type)
        if type == Int(DT_UNKNOWN) { type = unsafe Self.type(of: entry, in: level.descriptor) }
        var purpose = purpose
        if purpose == .writable, unsafe isProtected(entry, extra: extra) {
            purpose = .protected
            let path = unsafe plan.path(level.path, entry.bytes)
            // A name that cannot be said is protected all the same, but nobody can be told of it.
            if let path = try? HostPath(path) {
                report.protectedPaths.append(ProtectedPath(path: path, kind: Self.kind(of: type)))
            }
        }
        switch type {
        case Int(DT_REG): unsafe try file(entry, in: level, purpose: purpose)
        case Int(DT_DIR):
            let name = unsafe Array(UnsafeBufferPointer(start: entry.name, count: strlen(entry.name) + 1))
            level.pending.append(PassLevel.Pending(name: name, purpose: purpose))
        case Int(DT_LNK): unsafe omit(.symbolicLink, level.path, entry.bytes)
        case Int(DT_UNKNOWN): unsafe omit(.vanished, level.path, entry.bytes)
        default: unsafe omit(.specialFile, level.path, entry.bytes)
        }
    }

    private func isProtected(_ entry: DirectoryEntry, extra: [[UInt8]]) -> Bool {
        guard unsafe entry.isHidden || !extra.isEmpty else { return false }
        let name = unsafe entry.bytes
        return plan.protectedNames.contains(name) || extra.contains(name)
    }

    /// Opens a regular file, looks at it and changes it.
    private func file(_ entry: DirectoryEntry, in level: PassLevel, purpose: EntryPurpose) throws(GrantError) {
        if expectsNoChange, looksByName, unsafe needsNoChange(entry, in: level, purpose: purpose) {
            report.unchanged += 1
            return
        }
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
        let descriptor = unsafe sallyport_open_at(level.descriptor, entry.name, flags)
        guard descriptor >= 0 else {
            return unsafe try openFailed(-descriptor, in: level, name: entry.bytes, purpose: purpose)
        }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw unsafe failure("look at the file", level.path, entry.bytes, errno)
        }
        guard let reason = reasonToOmit(status, purpose: purpose) else {
            let verdict = try judge(descriptor, status, purpose: purpose) { unsafe (level.path, entry.bytes) }
            if case .unchanged = verdict { expectsNoChange = true } else { expectsNoChange = false }
            return try carryOut(verdict, on: descriptor, status: status) { unsafe (level.path, entry.bytes) }
        }
        unsafe omit(reason, level.path, entry.bytes)
        if purpose == .writable { unsafe noteProgram(status, level.path, entry.bytes) }
        // What the file inherited when it was made, before it got another name or another identity, is taken back.
        guard reason == .identityBits || (reason == .hardLinked && purpose == .protected), !losesSetGroup(status) else {
            return
        }
        let verdict = try judge(descriptor, status, purpose: .withdrawn) { unsafe (level.path, entry.bytes) }
        guard case .change = verdict else { return }
        try carryOut(verdict, on: descriptor, status: status) { unsafe (level.path, entry.bytes) }
    }

    /// Judges the list of an open file.
    private func judge(
        _ descriptor: Int32, _ status: stat, purpose: EntryPurpose, place: () -> ([UInt8], [UInt8])
    ) throws(GrantError) -> ListsVerdict {
        let length = unsafe list.baseAddress.map { unsafe sallyport_acl_get(descriptor, 0, $0, list.count) } ?? 0
        if length >= 0 { return unsafe memo.file(purpose, access: UnsafeRawBufferPointer(rebasing: list[..<length])) }
        if length == -Int(ENODATA) { return memo.file(purpose, mode: status.st_mode) }
        let (path, name) = place()
        throw failure("read the access control list", path, name, Int32(-length))
    }

    /// Notes a program that runs with its owner's or group's identity and whose list is not ours to change.
    func noteProgram(_ status: stat, _ path: [UInt8], _ name: [UInt8]) {
        guard status.st_mode & S_IFMT == S_IFREG, status.st_mode & (S_ISUID | S_ISGID) != 0,
            status.st_uid != plan.rules.owner || losesSetGroup(status)
        else { return }
        report.foreignPrograms.append(plan.path(path, name))
    }

    /// Whether a file has a list in which nothing is missing, as far as a look by name can tell.
    ///
    /// It is one call instead of four, and nothing is changed on its word: when in doubt the file is opened.
    private func needsNoChange(_ entry: DirectoryEntry, in level: PassLevel, purpose: EntryPurpose) -> Bool {
        guard let base = unsafe list.baseAddress else { return false }
        let length = unsafe sallyport_acl_get_at(level.descriptor, entry.name, base, list.count)
        guard length >= 0 else {
            // No such call on this system: every file is opened.
            if length == -Int(ENOSYS) || length == -Int(EPERM) { looksByName = false }
            return false
        }
        let verdict = unsafe memo.file(purpose, access: UnsafeRawBufferPointer(rebasing: list[..<length]))
        guard case .unchanged(let isProgram) = verdict else { return false }
        // Lists do not show whether a program runs with another identity.
        guard isProgram, purpose == .writable else { return true }
        var status = stat()
        guard unsafe fstatat(level.descriptor, entry.name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
        return status.st_mode & (S_ISUID | S_ISGID) == 0
    }

    private func reasonToOmit(_ status: stat, purpose: EntryPurpose) -> OmissionReason? {
        if status.st_mode & S_IFMT != S_IFREG { return status.st_mode & S_IFMT == S_IFDIR ? .vanished : .specialFile }
        if status.st_dev != plan.device { return .otherDevice }
        if status.st_uid != plan.rules.owner { return .foreignOwner }
        if purpose == .writable, status.st_mode & (S_ISUID | S_ISGID) != 0 { return .identityBits }
        if status.st_nlink > 1, !purpose.isUndo { return .hardLinked }
        return losesSetGroup(status) ? .foreignSetGroup : nil
    }

    /// Whether the kernel takes the set-group-id bit away when the list changes (`posix_acl_update_mode()`).
    func losesSetGroup(_ status: stat) -> Bool {
        status.st_mode & S_ISGID != 0 && !plan.ownGroups.contains(status.st_gid)
    }

    /// Finds out what a name stands for where the directory does not say.
    private static func type(of entry: DirectoryEntry, in directory: Int32) -> Int {
        var status = stat()
        guard unsafe fstatat(directory, entry.name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return Int(DT_UNKNOWN) }
        return Int(status.st_mode & S_IFMT) >> 12
    }

    private static func kind(of type: Int) -> ProtectedPath.Kind {
        switch type {
        case Int(DT_DIR): .directory
        case Int(DT_REG): .file
        case Int(DT_LNK): .symbolicLink
        default: .other
        }
    }
}
