public import WindowsSecurity

extension SimulatedMachine {
    /// Makes a named pipe with one instance.
    ///
    /// Without a descriptor the pipe gets the list that Windows gives: SYSTEM, Administrators and the owner everything, Everyone
    /// reading. Windows: `CreateNamedPipeW` with `FILE_FLAG_FIRST_PIPE_INSTANCE`.
    ///
    /// - Parameters:
    ///   - name: the name behind `\\.\pipe\`.
    ///   - descriptor: who may connect, or nothing.
    ///   - identifier: who serves it.
    /// - Throws: `ERROR_ACCESS_DENIED` when the name is taken.
    public mutating func createPipe(
        _ name: String, descriptor: SecurityDescriptor?, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.createPipe(name, descriptor, identifier), by: identifier) { machine throws(CallError) in
            let call = "CreateNamedPipeW"
            let token = try machine.process(identifier, call).token
            guard machine.pipes[name.lowercased()] == nil else { throw CallError(.accessDenied, call, name) }
            let standard = SecurityDescriptor(
                dacl: .list([
                    .allow(.genericAll, to: .localSystem), .allow(.genericAll, to: .administrators),
                    .allow(.genericAll, to: token.owner ?? token.user.sid), .allow(.genericRead, to: .everyone),
                    .allow(.genericRead, to: .anonymous),
                ]))
            let made = try machine.newDescriptor(
                in: nil, creator: descriptor ?? standard, isContainer: false, mapping: ObjectType.pipe.mapping,
                token: token, call: call, subject: name)
            machine.pipes[name.lowercased()] = NamedPipe(
                name: name, descriptor: made, server: identifier, client: nil)
        }
    }

    /// Connects to a named pipe.
    ///
    /// Windows: `CreateFileW` of `\\.\pipe\…`.
    ///
    /// - Parameters:
    ///   - name: the name behind `\\.\pipe\`.
    ///   - access: the rights.
    ///   - identifier: who connects.
    /// - Throws: `ERROR_FILE_NOT_FOUND`, `ERROR_PIPE_BUSY`, `ERROR_ACCESS_DENIED`.
    public mutating func connectPipe(
        _ name: String, access: AccessMask = [.genericRead, .genericWrite], by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.connectPipe(name, access, identifier), by: identifier) { machine throws(CallError) in
            let subject = #"\\.\pipe\"# + name
            let token = try machine.process(identifier, "CreateFileW").token
            guard let pipe = machine.pipes[name.lowercased()] else {
                throw CallError(.fileNotFound, "CreateFileW", subject)
            }
            guard pipe.client == nil else { throw CallError(.pipeBusy, "CreateFileW", subject) }
            let allowed = machine.check(
                pipe.descriptor, access, type: .pipe, token: token, object: subject)
            guard allowed else { throw CallError(.accessDenied, "CreateFileW", subject) }
            machine.pipes[name.lowercased()]?.client = identifier
        }
    }

    /// Writes to the other side of a pipe.
    ///
    /// Windows: `WriteFile`.
    ///
    /// - Parameters:
    ///   - bytes: what is written.
    ///   - name: the pipe.
    ///   - identifier: the server or the client.
    /// - Throws: `ERROR_NO_DATA` (232) when the other side is gone, `ERROR_INVALID_HANDLE` for strangers.
    public mutating func writePipe(
        _ bytes: [UInt8], to name: String, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.writePipe(bytes, name, identifier), by: identifier) { machine throws(CallError) in
            guard let pipe = machine.pipes[name.lowercased()] else { throw CallError(.noData, "WriteFile", name) }
            if pipe.server == identifier {
                guard pipe.client != nil else { throw CallError(.noData, "WriteFile", name) }
                machine.pipes[name.lowercased()]?.toClient += bytes
            } else if pipe.client == identifier {
                machine.pipes[name.lowercased()]?.toServer += bytes
            } else {
                throw CallError(.invalidHandle, "WriteFile", name)
            }
        }
    }

    /// Reads what the other side of a pipe has written so far.
    ///
    /// Windows: `PeekNamedPipe` and `ReadFile`.
    ///
    /// - Parameters:
    ///   - name: the pipe.
    ///   - identifier: the server or the client.
    /// - Returns: the bytes, maybe none.
    /// - Throws: `ERROR_BROKEN_PIPE` when the server is gone, `ERROR_INVALID_HANDLE` for strangers.
    public mutating func readPipe(_ name: String, by identifier: ProcessIdentifier) throws(CallError) -> [UInt8] {
        try perform(.readPipe(name, identifier), by: identifier) { machine throws(CallError) in
            guard let pipe = machine.pipes[name.lowercased()] else { throw CallError(.brokenPipe, "ReadFile", name) }
            if pipe.server == identifier {
                machine.pipes[name.lowercased()]?.toServer = []
                return pipe.toServer
            }
            guard pipe.client == identifier else { throw CallError(.invalidHandle, "ReadFile", name) }
            machine.pipes[name.lowercased()]?.toClient = []
            return pipe.toClient
        }
    }

    /// Closes the server's end of a pipe, and the pipe with it.
    ///
    /// Windows: `CloseHandle`.
    ///
    /// - Parameters:
    ///   - name: the pipe.
    ///   - identifier: the server.
    /// - Throws: `ERROR_INVALID_HANDLE` for anybody else.
    public mutating func closePipe(_ name: String, by identifier: ProcessIdentifier) throws(CallError) {
        try perform(.closePipe(name, identifier), by: identifier) { machine throws(CallError) in
            guard machine.pipes[name.lowercased()]?.server == identifier else {
                throw CallError(.invalidHandle, "CloseHandle", name)
            }
            machine.pipes[name.lowercased()] = nil
        }
    }
}
