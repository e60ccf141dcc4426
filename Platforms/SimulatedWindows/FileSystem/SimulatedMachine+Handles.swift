internal import WindowsSecurity

extension SimulatedMachine {
    /// The handle of a process with a right.
    private func handle(
        _ identifier: HandleIdentifier, _ right: AccessMask, _ call: String, by process: ProcessIdentifier
    ) throws(CallError) -> FileHandle {
        guard let handle = handles[identifier], handle.process == process else {
            throw CallError(.invalidHandle, call, "handle \(identifier.rawValue)")
        }
        guard handle.granted.isSuperset(of: right) else {
            throw CallError(.accessDenied, call, files.path(of: handle.file).description)
        }
        return handle
    }

    /// Reads from where the handle stands to the end of the file.
    ///
    /// Windows: `ReadFile`.
    ///
    /// - Parameters:
    ///   - identifier: the handle.
    ///   - process: who calls.
    /// - Returns: the bytes.
    /// - Throws: `ERROR_ACCESS_DENIED` without `FILE_READ_DATA`, `ERROR_INVALID_HANDLE`.
    public mutating func read(
        _ identifier: HandleIdentifier, by process: ProcessIdentifier
    ) throws(CallError) -> [UInt8] {
        try perform(.read(identifier, process), by: process) { machine throws(CallError) in
            let handle = try machine.handle(identifier, .fileReadData, "ReadFile", by: process)
            let data = machine.data(of: handle)
            machine.handles.move(identifier, to: data.count)
            return Array(data.dropFirst(handle.position))
        }
    }

    /// Writes where the handle stands, or behind the end when it may only append.
    ///
    /// Windows: `WriteFile`.
    ///
    /// - Parameters:
    ///   - bytes: the bytes.
    ///   - identifier: the handle.
    ///   - process: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` without `FILE_WRITE_DATA` and `FILE_APPEND_DATA`, `ERROR_INVALID_HANDLE`.
    public mutating func write(
        _ bytes: [UInt8], to identifier: HandleIdentifier, by process: ProcessIdentifier
    ) throws(CallError) {
        try perform(.write(bytes, identifier, process), by: process) { machine throws(CallError) in
            let handle = try machine.handle(identifier, [], "WriteFile", by: process)
            guard !handle.granted.isDisjoint(with: [.fileWriteData, .fileAppendData]) else {
                throw CallError(.accessDenied, "WriteFile", machine.files.path(of: handle.file).description)
            }
            machine.writeAtPosition(bytes, identifier)
        }
    }

    /// What a handle's file or stream holds.
    private func data(of handle: FileHandle) -> [UInt8] {
        let content = files.content(of: handle.file)
        guard let stream = handle.stream else { return content.data }
        return content.streams.first { CaseFolding.areEqual($0.name.bytes, stream.bytes) }?.data ?? []
    }

    /// Writes where a handle stands, without asking.
    mutating func writeAtPosition(_ bytes: [UInt8], _ identifier: HandleIdentifier) {
        guard let handle = handles[identifier] else { return }
        var data = data(of: handle)
        let start = handle.granted.contains(.fileWriteData) ? handle.position : data.count
        if start > data.count { data += Array(repeating: 0, count: start - data.count) }
        data.replaceSubrange(start..<min(data.count, start + bytes.count), with: bytes)
        write(data, to: handle.file, stream: handle.stream)
        handles.move(identifier, to: start + bytes.count)
    }

    /// Marks an open file for deletion with its last handle.
    ///
    /// Windows: `SetFileInformationByHandle` with `FILE_DISPOSITION_INFO`.
    ///
    /// - Parameters:
    ///   - identifier: the handle.
    ///   - process: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` without `DELETE` and for a read-only file, `ERROR_DIR_NOT_EMPTY`.
    public mutating func markForDeletion(
        _ identifier: HandleIdentifier, by process: ProcessIdentifier
    ) throws(CallError) {
        try perform(.markForDeletion(identifier, process), by: process) { machine throws(CallError) in
            let call = "SetFileInformationByHandle"
            let handle = try machine.handle(identifier, .delete, call, by: process)
            guard let token = machine.processes[process]?.token else { return }
            let decision = machine.rules(token).markForDeletion(machine.object(handle.file))
            guard decision.isSuccess else {
                throw CallError(Self.error(decision.status), call, machine.files.path(of: handle.file).description)
            }
            machine.files[handle.file].isDeletePending = true
        }
    }

    /// Closes a handle; the last one of a file marked for deletion takes the file with it.
    ///
    /// Windows: `CloseHandle`.
    ///
    /// - Parameters:
    ///   - identifier: the handle.
    ///   - process: who calls.
    /// - Throws: `ERROR_INVALID_HANDLE`.
    public mutating func close(_ identifier: HandleIdentifier, by process: ProcessIdentifier) throws(CallError) {
        try perform(.close(identifier, process), by: process) { machine throws(CallError) in
            _ = try machine.handle(identifier, [], "CloseHandle", by: process)
            machine.release(identifier)
        }
    }

    /// Closes a handle without asking.
    mutating func release(_ identifier: HandleIdentifier) {
        guard let handle = handles.remove(identifier) else { return }
        if handle.deletesOnClose { files[handle.file].isDeletePending = true }
        guard !isDevice(handle.file), files[handle.file].isDeletePending, !handles.isOpen(handle.file) else { return }
        files[handle.file].isDeletePending = false
        guard files[handle.file].firstChild == FileRecord.none else { return }
        files.unlink(handle.link, on: handle.file.volume)
    }

    /// Replaces what a file or a stream holds.
    mutating func write(_ bytes: [UInt8], to file: FileReference, stream: FileName?) {
        if isDevice(file) { return }
        files[file].modified = second
        if bytes.isEmpty, stream == nil, files[file].content == FileRecord.none { return }
        files.withContent(of: file) { content in
            guard let stream else {
                content.data = bytes
                return
            }
            guard let index = content.streams.firstIndex(where: { CaseFolding.areEqual($0.name.bytes, stream.bytes) })
            else { return }
            content.streams[index].data = bytes
        }
    }
}
