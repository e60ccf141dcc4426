public import WindowsSecurity

extension SimulatedMachine {
    /// Makes a named mutex, or opens the one of that name.
    ///
    /// Windows: `CreateMutexW`.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - descriptor: who may open it, or nothing for the default list of the caller's token.
    ///   - identifier: who calls.
    /// - Returns: whether it was there already; Windows: `ERROR_ALREADY_EXISTS`.
    /// - Throws: `ERROR_ACCESS_DENIED` when it is there and may not be opened, `ERROR_INVALID_HANDLE`.
    public mutating func createMutex(
        _ name: String, descriptor: SecurityDescriptor? = nil, by identifier: ProcessIdentifier
    ) throws(CallError) -> Bool {
        try perform(.createMutex(name, descriptor, identifier), by: identifier) { machine throws(CallError) in
            let call = "CreateMutexW"
            let token = try machine.process(identifier, call).token
            if machine.mutexes[name] != nil {
                try machine.openMutex(name, ObjectType.mutant.mapping.all, call, by: identifier)
                machine.mutexes[name]?.holders.insert(identifier)
                return true
            }
            let made = try machine.newDescriptor(
                in: nil, creator: descriptor, isContainer: false, mapping: ObjectType.mutant.mapping, token: token,
                call: call, subject: name)
            machine.mutexes[name] = Mutex(name: name, descriptor: made, holders: [identifier])
            return false
        }
    }

    /// Opens a named mutex to wait for it, and closes it again.
    ///
    /// Windows: `OpenMutexW` with `SYNCHRONIZE`.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_FILE_NOT_FOUND` when there is none, `ERROR_ACCESS_DENIED`.
    public mutating func probeMutex(_ name: String, by identifier: ProcessIdentifier) throws(CallError) {
        try perform(.probeMutex(name, identifier), by: identifier) { machine throws(CallError) in
            try machine.openMutex(name, .synchronize, "OpenMutexW", by: identifier)
        }
    }

    private mutating func openMutex(
        _ name: String, _ access: AccessMask, _ call: String, by identifier: ProcessIdentifier
    ) throws(CallError) {
        let token = try process(identifier, call).token
        guard let mutex = mutexes[name] else { throw CallError(.fileNotFound, call, name) }
        guard check(mutex.descriptor, access, type: .mutant, token: token, object: name) else {
            throw CallError(.accessDenied, call, name)
        }
    }

    /// Closes what an ending process has open.
    mutating func closeMutexes(of identifier: ProcessIdentifier) {
        for name in mutexes.keys.sorted() {
            mutexes[name]?.holders.remove(identifier)
            if mutexes[name]?.holders.isEmpty == true { mutexes[name] = nil }
        }
    }
}
