public import WindowsSecurity

extension SimulatedMachine {
    /// What a process ends with that may not use its desktop; Windows: `STATUS_DLL_INIT_FAILED`.
    public static var libraryInitializationFailed: Int32 { Int32(bitPattern: 0xC000_0142) }

    /// Starts a program with the caller's token.
    ///
    /// Windows: `CreateProcessW`.
    ///
    /// - Parameters:
    ///   - start: what the process is to be.
    ///   - identifier: who calls.
    /// - Returns: the new process.
    /// - Throws: `ERROR_FILE_NOT_FOUND`, `ERROR_ACCESS_DENIED`, `ERROR_DIRECTORY`.
    public mutating func createProcess(
        _ start: ProcessStart, by identifier: ProcessIdentifier
    ) throws(CallError) -> ProcessIdentifier {
        try perform(.createProcess(start, identifier), by: identifier) { machine throws(CallError) in
            let caller = try machine.process(identifier, "CreateProcessW")
            try machine.openImage(start, for: caller.token, directory: caller.workingDirectory, call: "CreateProcessW")
            return try machine.start(
                start, token: caller.token, session: caller.session, parent: identifier,
                workingDirectory: caller.workingDirectory, call: "CreateProcessW")
        }
    }

    /// Starts a program with another token.
    ///
    /// A token that is the caller's own, made weaker, needs no privilege; any other needs
    /// `SeAssignPrimaryTokenPrivilege`. Windows: `CreateProcessAsUserW`.
    ///
    /// - Parameters:
    ///   - start: what the process is to be.
    ///   - token: the token.
    ///   - identifier: who calls.
    /// - Returns: the new process.
    /// - Throws: `ERROR_PRIVILEGE_NOT_HELD`, and what `CreateProcessW` throws.
    public mutating func createProcess(
        _ start: ProcessStart, as token: AccessToken, by identifier: ProcessIdentifier
    ) throws(CallError) -> ProcessIdentifier {
        try perform(.createProcessAsUser(start, token, identifier), by: identifier) { machine throws(CallError) in
            let caller = try machine.process(identifier, "CreateProcessAsUserW")
            guard
                token.user.sid == caller.token.user.sid && token.logonSID == caller.token.logonSID
                    || caller.token.holds(.assignPrimaryToken)
            else { throw CallError(.privilegeNotHeld, "CreateProcessAsUserW", start.commandLine) }
            try machine.openImage(
                start, for: caller.token, directory: caller.workingDirectory, call: "CreateProcessAsUserW")
            return try machine.start(
                start, token: token, session: caller.session, parent: identifier,
                workingDirectory: caller.workingDirectory, call: "CreateProcessAsUserW")
        }
    }

    /// Starts a program in a new logon session of an account, through the service that does so.
    ///
    /// Windows: `CreateProcessWithLogonW`. The program and its working directory are opened as that account.
    ///
    /// - Parameters:
    ///   - start: what the process is to be.
    ///   - name: the account.
    ///   - password: its password.
    ///   - identifier: who calls.
    /// - Returns: the new process.
    /// - Throws: the numbers of the logon; `ERROR_DIRECTORY` (267) when the account cannot enter the working directory.
    public mutating func createProcess(
        _ start: ProcessStart, logon name: String, password: String, by identifier: ProcessIdentifier
    ) throws(CallError) -> ProcessIdentifier {
        let call = "CreateProcessWithLogonW"
        return try perform(
            .createProcessWithLogon(start, name, password, identifier), by: identifier
        ) { machine throws(CallError) in
            let caller = try machine.process(identifier, call)
            try machine.require("seclogon", call)
            let (session, token) = try machine.openSession(name, password: password, type: .interactive, call: call)
            do throws(CallError) {
                try machine.makeProfile(of: token.user.sid)
                if start.loadsProfile { try machine.loadProfile(of: session, call: call) }
                try machine.openImage(start, for: token, directory: caller.workingDirectory, call: call)
                var start = start
                start.desktop = start.desktop ?? Self.defaultDesktop
                machine.admit(session, to: start.desktop ?? Self.defaultDesktop)
                if start.environment == nil { start.environment = machine.environment(of: token.user.sid) }
                let process = try machine.start(
                    start, token: token, session: session.identifier, parent: identifier,
                    workingDirectory: caller.workingDirectory, call: call)
                machine.sessions[session.identifier]?.isKept = machine.questions.secondaryLogonKeepsSessions
                return process
            } catch {
                machine.sessions[session.identifier] = nil
                throw error
            }
        }
    }

    /// Ends a process and closes what it had open.
    ///
    /// Windows: `TerminateProcess`, `ExitProcess`.
    ///
    /// - Parameters:
    ///   - target: the process to end.
    ///   - code: what it ends with.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` without `PROCESS_TERMINATE` on it, `ERROR_INVALID_HANDLE`.
    public mutating func terminate(
        _ target: ProcessIdentifier, code: Int32 = 1, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.terminate(target, code, identifier), by: identifier) { machine throws(CallError) in
            if target != identifier {
                try machine.openProcess(target, AccessMask(rawValue: 0x1), by: identifier)
            }
            machine.end(target, code: code)
        }
    }

    /// Asks for rights on another process.
    ///
    /// Windows: `OpenProcess`.
    ///
    /// - Parameters:
    ///   - target: the process.
    ///   - desired: the rights.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED`, `ERROR_INVALID_PARAMETER` when there is no such process.
    public mutating func openProcess(
        _ target: ProcessIdentifier, _ desired: AccessMask, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.openProcess(target, desired, identifier), by: identifier) { machine throws(CallError) in
            let caller = try machine.process(identifier, "OpenProcess")
            guard let process = machine.processes[target], process.isRunning else {
                throw CallError(.invalidParameter, "OpenProcess", "process \(target.rawValue)")
            }
            if caller.token.holds(.debug) { return }
            let allowed = machine.check(
                process.descriptor, desired, type: .process, token: caller.token,
                object: "process \(target.rawValue)")
            guard allowed else { throw CallError(.accessDenied, "OpenProcess", "process \(target.rawValue)") }
        }
    }

    /// Makes a process; everything that may refuse it has been asked, but for the directory and the desktop.
    mutating func start(
        _ start: ProcessStart, token: AccessToken, session: UInt32, parent: ProcessIdentifier?,
        workingDirectory: FilePath, call: String
    ) throws(CallError) -> ProcessIdentifier {
        let caller = parent.flatMap { processes[$0] }
        var directory = workingDirectory
        if let text = start.workingDirectory {
            directory = try enter(text, from: workingDirectory, token: token, call: call)
        }
        var descriptor = try newDescriptor(
            in: nil, creator: nil, isContainer: false, mapping: ObjectType.process.mapping, token: token, call: call,
            subject: start.commandLine)
        if descriptor.mandatoryLabel == nil {
            descriptor.sacl = .list([Self.label(token.integrityLevel, policy: [.noWriteUp, .noReadUp])])
        }
        let identifier = ProcessIdentifier(rawValue: nextProcess)
        nextProcess += 4
        let desktop = start.desktop ?? caller?.desktop ?? Self.defaultDesktop
        processes[identifier] = SimulatedProcess(
            identifier: identifier, parent: parent, image: start.image, commandLine: start.commandLine, token: token,
            session: session, workingDirectory: directory,
            environment: start.environment ?? caller?.environment ?? [], descriptor: descriptor,
            job: start.job ?? caller?.job, desktop: desktop)
        processes[identifier]?.standardHandles = start.handles ?? StandardHandles()
        holdStreams(of: start.handles ?? StandardHandles(), by: identifier)
        if start.isCarriedOut {
            let activity = activity(of: start, for: identifier)
            processes[identifier]?.activity = activity
        }
        if !mayUse(desktop, token: token) { end(identifier, code: Self.libraryInitializationFailed) }
        return identifier
    }

    /// Whether a token may read and write the objects of a desktop.
    private mutating func mayUse(_ name: String, token: AccessToken) -> Bool {
        let station = name.split(separator: "\\").first.map(String.init) ?? ""
        guard let desktop = desktops[name], let surrounding = windowStations[station] else { return false }
        // WINSTA_READATTRIBUTES and WINSTA_ACCESSGLOBALATOMS; DESKTOP_READOBJECTS and DESKTOP_WRITEOBJECTS.
        return check(
            surrounding.descriptor, AccessMask(rawValue: 0x22), type: .windowStation, token: token, object: station)
            && check(desktop.descriptor, AccessMask(rawValue: 0x81), type: .desktop, token: token, object: name)
    }

    /// Ends a process without asking.
    mutating func end(_ identifier: ProcessIdentifier, code: Int32) {
        guard processes[identifier]?.isRunning == true else { return }
        processes[identifier]?.exitCode = code
        processes[identifier]?.activity = nil
        for handle in handles.identifiers(of: identifier) { release(handle) }
        pipes = pipes.filter { $0.value.server != identifier }
        for name in pipes.keys where pipes[name]?.client == identifier { pipes[name]?.client = nil }
        network.listeners.removeAll { $0.process == identifier }
        network.connections.removeAll { $0.client == identifier }
        closeMutexes(of: identifier)
        releaseStreams(of: identifier)
        endService(of: identifier)
        for job in jobs.values.sorted(by: { $0.identifier < $1.identifier }) where job.owner == identifier {
            jobs[job.identifier] = nil
            if job.limits.contains(.killOnClose) { endMembers(of: job.identifier, code: 1) }
        }
        endIdleSessions()
    }

    /// Ends the members of a job without asking.
    mutating func endMembers(of job: UInt32, code: Int32) {
        for member in processes.values.filter({ $0.job == job && $0.isRunning }).map(\.identifier).sorted() {
            end(member, code: code)
        }
    }
}
