internal import WindowsSecurity

extension SimulatedMachine {
    /// Opens or makes a file or directory.
    ///
    /// Windows: `CreateFileW`.
    ///
    /// - Parameters:
    ///   - request: what is to be opened and how.
    ///   - identifier: who calls.
    /// - Returns: the handle.
    /// - Throws: Windows' number, for example `ERROR_ACCESS_DENIED` or `ERROR_SHARING_VIOLATION`.
    public mutating func open(
        _ request: OpenRequest, by identifier: ProcessIdentifier
    ) throws(CallError) -> HandleIdentifier {
        try perform(.open(request, identifier), by: identifier) { machine throws(CallError) in
            let process = try machine.process(identifier, "CreateFileW")
            do throws(Win32Error) {
                return try machine.open(request, for: process)
            } catch {
                if error == .badNetworkPath || error == .accessDenied, machine.refusal == nil {
                    machine.noteUnreached(request.path, for: process)
                }
                throw CallError(error, "CreateFileW", request.path)
            }
        }
    }

    private mutating func open(
        _ request: OpenRequest, for process: SimulatedProcess
    ) throws(Win32Error) -> HandleIdentifier {
        let location = try locate(
            request.path, for: process, followsLast: !request.options.contains(.openReparsePoint))
        guard let file = location.file, let link = location.link ?? (location.name.bytes.isEmpty ? 0 : nil) else {
            guard
                request.disposition == .createNew || request.disposition == .createAlways
                    || request.disposition == .openAlways
            else { throw .fileNotFound }
            return try create(request, at: location, for: process)
        }
        if request.disposition == .createNew, location.stream == nil { throw .fileExists }
        if files[file].isDirectory, location.stream == nil, request.disposition == .createAlways { throw .accessDenied }
        var desired = request.access
        if request.disposition == .createAlways || request.disposition == .truncateExisting {
            desired.insert(.fileWriteData)
        }
        if request.options.contains(.deleteOnClose) { desired.insert(.delete) }
        let streamExists = try prepareStream(location, request, desired: &desired)
        let granted = try authorize(file, at: location, desired: desired, request: request, token: process.token)
        let handle = try register(
            FileHandle(
                process: process.identifier, file: file, link: link, stream: location.stream, granted: granted,
                sharing: request.sharing, deletesOnClose: request.options.contains(.deleteOnClose)))
        if !streamExists, let stream = location.stream {
            files.withContent(of: file) { $0.streams.append(FileStream(name: stream, data: [])) }
        }
        if request.disposition == .createAlways || request.disposition == .truncateExisting {
            write([], to: file, stream: location.stream)
        }
        return handle
    }

    /// Whether the stream is there; making one is writing to the file.
    private func prepareStream(
        _ location: FileLocation, _ request: OpenRequest, desired: inout AccessMask
    ) throws(Win32Error) -> Bool {
        guard let stream = location.stream, let file = location.file else { return true }
        guard hasDescriptors(file) else { throw .invalidName }
        let exists = files.content(of: file).streams.contains {
            CaseFolding.areEqual($0.name.bytes, stream.bytes)
        }
        if exists {
            if request.disposition == .createNew { throw .fileExists }
            return true
        }
        guard request.disposition != .openExisting, request.disposition != .truncateExisting else {
            throw .fileNotFound
        }
        desired.insert(.fileWriteData)
        return false
    }

    /// The directory of a path, when the caller may open it with some rights.
    ///
    /// - Parameters:
    ///   - path: the path.
    ///   - access: the rights.
    ///   - missing: the error where nothing has that name.
    ///   - caller: who asks.
    /// - Returns: the directory.
    /// - Throws: `missing`, `ERROR_DIRECTORY` for a file, `ERROR_ACCESS_DENIED`.
    mutating func directory(
        at path: String, _ access: AccessMask, missing: Win32Error, for caller: SimulatedProcess
    ) throws(Win32Error) -> FileReference {
        let location = try locate(path, for: caller)
        guard let directory = location.file else { throw missing }
        guard files[directory].isDirectory else { throw .directory }
        let request = OpenRequest(path, access: access)
        _ = try authorize(directory, at: location, desired: request.access, request: request, token: caller.token)
        return directory
    }

    /// Asks whether a file may be opened, and says what the handle may do.
    mutating func authorize(
        _ file: FileReference, at location: FileLocation, desired: AccessMask, request: OpenRequest, token: AccessToken
    ) throws(Win32Error) -> AccessMask {
        let token = location.share?.token ?? token
        let desired = desired.isEmpty ? [.fileReadAttributes, .synchronize] : desired
        try passShare(at: location, desired)
        guard hasDescriptors(file) else { return ObjectType.file.mapping.map(desired) }
        let decision = rules(token).open(
            object(file), in: files.descriptor(of: location.directory), path: location.descriptorsOnTheWay,
            desired: desired,
            hasBackupIntent: request.options.contains(.backupSemantics),
            deletesOnClose: request.options.contains(.deleteOnClose))
        guard decision.isSuccess else {
            noteRefusal(file, token: token, desired: desired)
            throw Self.error(decision.status)
        }
        noteGrant(file, in: location.directory, token: token, desired: desired)
        return decision.granted
    }

    /// Makes what is not there.
    private mutating func create(
        _ request: OpenRequest, at location: FileLocation, for process: SimulatedProcess
    ) throws(Win32Error) -> HandleIdentifier {
        let isDirectory = request.options.contains(.directory)
        let file = try make(
            at: location, isDirectory: isDirectory, descriptor: request.descriptor, token: process.token)
        if let stream = location.stream {
            files.withContent(of: file) { $0.streams.append(FileStream(name: stream, data: [])) }
        }
        return try register(
            FileHandle(
                process: process.identifier, file: file, link: files[file].firstLink, stream: location.stream,
                granted: ObjectType.file.mapping.map(request.access), sharing: request.sharing,
                deletesOnClose: request.options.contains(.deleteOnClose)))
    }

    /// Makes a file or directory where the name is free.
    mutating func make(
        at location: FileLocation, isDirectory: Bool, descriptor: SecurityDescriptor?, token: AccessToken
    ) throws(Win32Error) -> FileReference {
        let parent = files.descriptor(of: location.directory)
        let token = location.share?.token ?? token
        let desired: AccessMask = isDirectory ? .fileAddSubdirectory : .fileAddFile
        try passShare(at: location, desired)
        guard !files[location.directory].isDeletePending else { throw .accessDenied }
        let made: SecurityDescriptor
        if hasDescriptors(location.directory) {
            let decision = rules(token).create(
                isDirectory: isDirectory, in: parent, path: location.descriptorsOnTheWay)
            guard decision.isSuccess else {
                noteRefusal(location.directory, token: token, desired: desired)
                throw Self.error(decision.status)
            }
            noteGrant(location.directory, token: token, desired: desired)
            do throws(CallError) {
                made = try newDescriptor(
                    in: parent, creator: descriptor, isContainer: isDirectory, mapping: ObjectType.file.mapping,
                    token: token, call: "CreateFileW", subject: "")
            } catch {
                throw error.code
            }
        } else {
            made = parent
        }
        let file = files.make(
            on: location.directory.volume, descriptor: made, attributes: isDirectory ? .directory : .archive)
        files[file].modified = second
        files[location.directory].modified = second
        files.link(location.name.bytes, to: file, in: location.directory)
        return file
    }

    /// Gives a handle out unless another one does not share the file.
    private mutating func register(_ handle: FileHandle) throws(Win32Error) -> HandleIdentifier {
        let present = handles.of(handle.file).filter { $0.stream == handle.stream }
        let status = FileRules.share(
            handle.granted, sharing: handle.sharing, with: present.map { ($0.granted, $0.sharing) })
        guard status == .success else { throw Self.error(status) }
        let identifier = HandleIdentifier(rawValue: nextHandle)
        nextHandle += 4
        handles.insert(handle, as: identifier)
        return identifier
    }
}
