public import WindowsSecurity

/// What programs usually do with files, each made of the calls that Win32 makes of it.
extension SimulatedMachine {
    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the path.
    ///   - process: who reads.
    /// - Returns: the bytes.
    /// - Throws: what `CreateFileW` and `ReadFile` throw.
    public mutating func readFile(_ path: String, by process: ProcessIdentifier) throws(CallError) -> [UInt8] {
        let handle = try open(OpenRequest(path, access: .genericRead), by: process)
        let bytes = try read(handle, by: process)
        try close(handle, by: process)
        return bytes
    }

    /// Writes a file, which is made when it is not there.
    ///
    /// - Parameters:
    ///   - path: the path.
    ///   - bytes: what it is to hold.
    ///   - process: who writes.
    /// - Throws: what `CreateFileW` and `WriteFile` throw.
    public mutating func writeFile(_ path: String, _ bytes: [UInt8], by process: ProcessIdentifier) throws(CallError) {
        let handle = try open(
            OpenRequest(path, access: .genericWrite, disposition: .createAlways), by: process)
        try write(bytes, to: handle, by: process)
        try close(handle, by: process)
    }

    /// Adds to a file that is there.
    ///
    /// - Parameters:
    ///   - path: the path.
    ///   - bytes: what is added.
    ///   - process: who writes.
    /// - Throws: what `CreateFileW` and `WriteFile` throw.
    public mutating func appendFile(
        _ path: String, _ bytes: [UInt8], by process: ProcessIdentifier
    ) throws(CallError) {
        let handle = try open(
            OpenRequest(path, access: [.fileAppendData, .synchronize], disposition: .openAlways), by: process)
        try write(bytes, to: handle, by: process)
        try close(handle, by: process)
    }

    /// Makes a directory.
    ///
    /// Windows: `CreateDirectoryW`.
    ///
    /// - Parameters:
    ///   - path: the path.
    ///   - descriptor: its descriptor, or nothing for what it inherits.
    ///   - process: who makes it.
    /// - Throws: `ERROR_ALREADY_EXISTS`, `ERROR_PATH_NOT_FOUND`, `ERROR_ACCESS_DENIED`.
    public mutating func makeDirectory(
        _ path: String, descriptor: SecurityDescriptor? = nil, by process: ProcessIdentifier
    ) throws(CallError) {
        try perform(.makeDirectory(path, descriptor, process), by: process) { machine throws(CallError) in
            let caller = try machine.process(process, "CreateDirectoryW")
            do throws(Win32Error) {
                let location = try machine.locate(path, for: caller)
                guard location.file == nil else { throw Win32Error.alreadyExists }
                _ = try machine.make(at: location, isDirectory: true, descriptor: descriptor, token: caller.token)
            } catch {
                throw CallError(error, "CreateDirectoryW", path)
            }
        }
    }

    /// Deletes a file or an empty directory; a link itself, not what it leads to.
    ///
    /// Windows: `DeleteFileW`, `RemoveDirectoryW`.
    ///
    /// - Parameters:
    ///   - path: the path.
    ///   - process: who deletes.
    /// - Throws: `ERROR_ACCESS_DENIED`, `ERROR_DIR_NOT_EMPTY`, `ERROR_FILE_NOT_FOUND`, `ERROR_SHARING_VIOLATION`.
    public mutating func delete(_ path: String, by process: ProcessIdentifier) throws(CallError) {
        let handle = try open(
            OpenRequest(path, access: .delete, options: [.openReparsePoint, .backupSemantics]), by: process)
        do throws(CallError) {
            try markForDeletion(handle, by: process)
        } catch {
            let failure = lastFailure
            try close(handle, by: process)
            lastFailure = failure
            throw error
        }
        try close(handle, by: process)
    }

    /// Gives a file or directory another name, maybe in another directory of the volume.
    ///
    /// Windows: `MoveFileExW`.
    ///
    /// - Parameters:
    ///   - path: the present name.
    ///   - target: the new one.
    ///   - replaces: whether a file that has the new name is replaced; Windows: `MOVEFILE_REPLACE_EXISTING`.
    ///   - process: who renames.
    /// - Throws: `ERROR_ACCESS_DENIED`, `ERROR_ALREADY_EXISTS`, `ERROR_NOT_SAME_DEVICE`, `ERROR_FILE_NOT_FOUND`.
    public mutating func rename(
        _ path: String, to target: String, replaces: Bool = false, by process: ProcessIdentifier
    ) throws(CallError) {
        try perform(.rename(path, target, replaces, process), by: process) { machine throws(CallError) in
            let caller = try machine.process(process, "MoveFileExW")
            do throws(Win32Error) {
                try machine.rename(path, to: target, replaces: replaces, for: caller)
            } catch {
                throw CallError(error, "MoveFileExW", "\(path) to \(target)")
            }
        }
    }

    private mutating func rename(
        _ path: String, to target: String, replaces: Bool, for process: SimulatedProcess
    ) throws(Win32Error) {
        let source = try locate(path, for: process, followsLast: false)
        let goal = try locate(target, for: process, followsLast: false)
        guard let file = source.file, let link = source.link else { throw .fileNotFound }
        guard file.volume == goal.directory.volume else { throw .notSameDevice }
        guard !goal.name.bytes.isEmpty, !isInside(goal.directory, file) else { throw .accessDenied }
        let replaced = goal.file == file ? nil : goal.file
        let newEntry: AccessMask = files[file].isDirectory ? .fileAddSubdirectory : .fileAddFile
        try passShare(at: source, .delete)
        try passShare(at: goal, newEntry)
        if hasDescriptors(file) {
            let token = source.share?.token ?? process.token
            let decision = rules(token).rename(
                object(file), in: files.descriptor(of: source.directory), to: files.descriptor(of: goal.directory),
                replacing: replaced.map(object), replaces: replaces)
            guard decision.isSuccess else {
                noteRefusal(file, token: token, desired: .delete)
                throw Self.error(decision.status)
            }
            noteGrant(file, in: source.directory, token: token, desired: .delete)
            noteGrant(goal.directory, token: token, desired: newEntry)
        } else if replaced != nil, !replaces {
            throw .alreadyExists
        }
        guard handles.of(file).allSatisfy({ $0.sharing.contains(.delete) }) else {
            throw .sharingViolation
        }
        guard
            !files[file].isDirectory || !handles.containsFile(where: { $0 != file && isInside($0, file) })
        else { throw .accessDenied }
        if let old = goal.link, let replaced {
            guard !handles.isOpen(replaced) else { throw .accessDenied }
            files.unlink(old, on: replaced.volume)
        }
        files.unlink(link, on: file.volume)
        files.link(goal.name.bytes, to: file, in: goal.directory)
    }

    /// Whether a file is another one or lies below it.
    private func isInside(_ file: FileReference, _ directory: FileReference) -> Bool {
        guard file.volume == directory.volume else { return false }
        var record: UInt32? = file.record
        while let current = record {
            if current == directory.record { return true }
            record = files.volumes[Int(file.volume)].parent(of: current)
        }
        return false
    }

    /// The names in a directory, in the order of a listing.
    ///
    /// Windows: `FindFirstFileW`.
    ///
    /// - Parameters:
    ///   - path: the directory.
    ///   - process: who lists.
    /// - Returns: names, short names and attributes.
    /// - Throws: `ERROR_ACCESS_DENIED` without `FILE_LIST_DIRECTORY`, `ERROR_PATH_NOT_FOUND`, `ERROR_DIRECTORY`.
    public mutating func list(_ path: String, by process: ProcessIdentifier) throws(CallError) -> [DirectoryEntry] {
        try perform(.list(path, process), by: process) { machine throws(CallError) in
            let caller = try machine.process(process, "FindFirstFileW")
            do throws(Win32Error) {
                let directory = try machine.directory(
                    at: path, [.fileListDirectory, .synchronize], missing: .pathNotFound, for: caller)
                return machine.files.entries(of: directory).map { entry in
                    let content = machine.files.content(of: entry.file)
                    return DirectoryEntry(
                        name: entry.name, shortName: entry.short, attributes: machine.files[entry.file].attributes,
                        size: content.data.count, modified: UInt64(machine.files[entry.file].modified),
                        reparsePoint: content.reparse)
                }
            } catch {
                throw CallError(error, "FindFirstFileW", path)
            }
        }
    }
}
