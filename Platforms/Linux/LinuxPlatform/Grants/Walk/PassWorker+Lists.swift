internal import CLinux
internal import Glibc

extension PassWorker {
    /// Changes a directory itself.
    ///
    /// - Parameters:
    ///   - descriptor: the open directory.
    ///   - path: its path relative to the root.
    ///   - purpose: what the pass wants of it.
    /// - Returns: whether the pass goes on below it.
    /// - Throws: `GrantError` where the pass cannot go on.
    func directory(_ descriptor: Int32, path: [UInt8], purpose: EntryPurpose) throws(GrantError) -> Bool {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw failure("look at the directory", path, [], errno)
        }
        guard status.st_dev == plan.device else {
            omit(.otherDevice, path, [])
            return false
        }
        guard status.st_uid == plan.rules.owner else {
            omit(.foreignOwner, path, [])
            return true
        }
        guard !losesSetGroup(status) else {
            omit(.foreignSetGroup, path, [])
            return true
        }
        let access = try attribute(of: descriptor, inherited: false, path: path)
        let inherited = try attribute(of: descriptor, inherited: true, path: path)
        let verdict = memo.directory(
            purpose, mode: status.st_mode, access: access, inherited: inherited, isRoot: path.isEmpty)
        try carryOut(verdict, on: descriptor, status: status) { (path, []) }
        if case .omitted(.closed) = verdict { return false }
        return true
    }

    private func attribute(
        of descriptor: Int32, inherited: Bool, path: [UInt8]
    ) throws(GrantError) -> [UInt8]? {
        guard let base = unsafe list.baseAddress else { return nil }
        let length = unsafe sallyport_acl_get(descriptor, inherited ? 1 : 0, base, list.count)
        if length >= 0 { return unsafe Array(list[..<length]) }
        if length == -Int(ENODATA) { return nil }
        throw failure("read the access control list", path, [], Int32(-length))
    }

    /// Does what the verdict says with something open.
    ///
    /// - Parameters:
    ///   - verdict: the verdict.
    ///   - descriptor: the open file or directory.
    ///   - status: what fstat(2) said.
    ///   - place: the directory and the name, asked for only when they are needed.
    /// - Throws: `GrantError` where the pass cannot go on.
    func carryOut(
        _ verdict: ListsVerdict, on descriptor: Int32, status: stat, place: () -> ([UInt8], [UInt8])
    ) throws(GrantError) {
        switch verdict {
        case .unchanged: report.unchanged += 1
        case .omitted(let reason):
            let (path, name) = place()
            omit(reason, path, name)
        case .tooManyEntries:
            let (path, name) = place()
            // What a command did to its own files must not stop the user's next command.
            guard path.isEmpty, name.isEmpty else { return omit(.listFull, path, name) }
            throw failure(.tooManyEntries, "set the access control list", path, name)
        case .change(let change) where change.needsImage:
            let (path, name) = place()
            deferred.append(
                DeferredChange(
                    path: plan.path(path, name), change: change, device: status.st_dev, inode: status.st_ino))
        case .change(let change):
            let result = change.write(to: descriptor)
            if result == 0 {
                report.changed += 1
            } else {
                let (path, name) = place()
                if !path.isEmpty || !name.isEmpty, result == E2BIG || result == ENOSPC && Self.hasRoom(descriptor) {
                    return omit(.listFull, path, name)
                }
                guard result == EPERM else {
                    throw GrantError(
                        systemError: result, "set the access control list",
                        String(decoding: plan.path(path, name), as: UTF8.self), lists: change.after)
                }
                omit(.refused, path, name)
            }
        }
    }

    /// Whether the file system has blocks left, so that only the one inode's attributes can be full; fstatvfs(3).
    private static func hasRoom(_ descriptor: Int32) -> Bool {
        var system = statvfs()
        return unsafe fstatvfs(descriptor, &system) == 0 && system.f_bavail > 0
    }

    /// Counts an entry that is left alone.
    func omit(_ reason: OmissionReason, _ path: [UInt8], _ name: [UInt8]) {
        report.omit(reason, example: String(decoding: plan.path(path, name), as: UTF8.self))
    }

    /// A name could not be opened: mostly a reason to leave it alone.
    func openFailed(
        _ number: Int32, in level: PassLevel, name: [UInt8], purpose: EntryPurpose
    ) throws(GrantError) {
        switch number {
        case ENOENT, ELOOP, ENOTDIR, ENXIO: omit(.vanished, level.path, name)
        case EMFILE: omit(.tooDeep, level.path, name)
        case ENFILE: throw failure(.tooManyOpenFiles, "open", level.path, name, number)
        default:
            var status = stat()
            let known = unsafe (name + [0]).withUnsafeBufferPointer { bytes in
                unsafe bytes.withMemoryRebound(to: CChar.self) { text in
                    unsafe text.baseAddress.map {
                        unsafe fstatat(level.descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) == 0
                    } ?? false
                }
            }
            let isForeign = known && status.st_uid != plan.rules.owner
            omit(isForeign ? .foreignOwner : .unreadable, level.path, name)
            if known, purpose == .writable { noteProgram(status, level.path, name) }
        }
    }

    func failure(_ operation: String, _ path: [UInt8], _ name: [UInt8], _ number: Int32) -> GrantError {
        GrantError(systemError: number, operation, String(decoding: plan.path(path, name), as: UTF8.self))
    }

    func failure(
        _ code: GrantError.Code, _ operation: String, _ path: [UInt8], _ name: [UInt8], _ number: Int32 = 0
    ) -> GrantError {
        GrantError(code, operation, String(decoding: plan.path(path, name), as: UTF8.self), number)
    }
}
