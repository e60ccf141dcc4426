internal import WindowsSecurity

extension SimulatedMachine {
    /// Makes the directory of an account's profile, as the system does at the first logon.
    mutating func makeProfile(of user: SID) throws(CallError) {
        try perform(.makeProfile(user)) { machine throws(CallError) in try machine.makeNewProfile(of: user) }
    }

    private mutating func makeNewProfile(of user: SID) throws(CallError) {
        guard let index = accounts.users.firstIndex(where: { $0.sid == user }),
            accounts.users[index].profile == nil, files.volume(UInt8(ascii: "C")) != nil
        else { return }
        let path = #"C:\Users\"# + accounts.users[index].name
        let inherited: EntryFlags = [.objectInherit, .containerInherit]
        let descriptor = SecurityDescriptor(
            owner: .localSystem, group: .localSystem,
            dacl: .list([
                .allow(.fileAll, to: .localSystem, flags: inherited),
                .allow(.fileAll, to: .administrators, flags: inherited),
                .allow(.fileAll, to: user, flags: inherited),
            ]), control: .daclProtected)
        do throws(CallError) {
            try makeDirectory(#"C:\Users"#, by: Self.system)
        } catch {
            guard error.code == .alreadyExists else { throw error }
        }
        do throws(CallError) {
            try makeDirectory(path, descriptor: descriptor, by: Self.system)
        } catch {
            guard error.code == .alreadyExists else { throw error }
        }
        let hive = path + #"\NTUSER.DAT"#
        try writeFile(hive, Array("regf".utf8), by: Self.system)
        try setAttributes([.hidden, .system], of: hive, by: Self.system)
        accounts.users[index].profile = try? FilePath(path)
    }

    /// Loads the profile of a session's account, as its entry in the registry says.
    ///
    /// Windows: `LoadUserProfileW`, `ERROR_NOT_FOUND` (1168) for an entry that does not name the directory.
    mutating func loadProfile(of session: LogonSession, call: String) throws(CallError) {
        let list = #"hklm\software\microsoft\windows nt\currentversion\profilelist\"#
        if let entry = registry.keys[list + session.user.description.lowercased()],
            entry.values["profileimagepath"] == nil
        {
            throw CallError(.notFound, call, session.user.description)
        }
        sessions[session.identifier]?.hasProfile = true
    }

    /// Gets what a client of transport security needs of its account.
    ///
    /// Windows: `AcquireCredentialsHandle` of Schannel, which reads keys of the profile.
    ///
    /// - Parameter identifier: who calls.
    /// - Throws: `SEC_E_NO_CREDENTIALS` without a loaded profile.
    public mutating func acquireClientCredentials(by identifier: ProcessIdentifier) throws(CallError) {
        try perform(.acquireClientCredentials(identifier), by: identifier) { machine throws(CallError) in
            let process = try machine.process(identifier, "AcquireCredentialsHandle")
            guard machine.sessions[process.session]?.hasProfile == true else {
                throw CallError(.noCredentials, "AcquireCredentialsHandle", process.image)
            }
        }
    }

    /// The variables that a new logon session of an account begins with; Windows: `CreateEnvironmentBlock`.
    func environment(of user: SID) -> [EnvironmentEntry] {
        let home = profile(of: user).description
        let name = accounts.users.first { $0.sid == user }?.name ?? ""
        return [
            EnvironmentEntry("ALLUSERSPROFILE", #"C:\ProgramData"#),
            EnvironmentEntry("APPDATA", home + #"\AppData\Roaming"#),
            EnvironmentEntry("COMPUTERNAME", self.name), EnvironmentEntry("ComSpec", #"C:\Windows\System32\cmd.exe"#),
            EnvironmentEntry("LOCALAPPDATA", home + #"\AppData\Local"#),
            EnvironmentEntry("Path", #"C:\Windows\System32;C:\Windows"#),
            EnvironmentEntry("PATHEXT", ".COM;.EXE;.BAT;.CMD"), EnvironmentEntry("PUBLIC", #"C:\Users\Public"#),
            EnvironmentEntry("SystemRoot", #"C:\Windows"#), EnvironmentEntry("TEMP", home + #"\AppData\Local\Temp"#),
            EnvironmentEntry("TMP", home + #"\AppData\Local\Temp"#), EnvironmentEntry("USERNAME", name),
            EnvironmentEntry("USERPROFILE", home),
        ]
    }

    /// Enters the working directory of a new process.
    mutating func enter(
        _ text: String, from directory: FilePath, token: AccessToken, call: String
    ) throws(CallError) -> FilePath {
        do throws(Win32Error) {
            let path = try FilePath(text, relativeTo: directory)
            let location = try locate(path, followsLast: true, collectsWay: !token.holds(.changeNotify))
            guard let file = location.file, files[file].isDirectory else { throw .directory }
            let request = OpenRequest(text, access: [.fileTraverse, .synchronize])
            _ = try authorize(file, at: location, desired: request.access, request: request, token: token)
            return path
        } catch {
            throw CallError(.directory, call, text)
        }
    }

    /// Opens the program of a new process; a bare name is a program of the system that everybody may run.
    mutating func openImage(
        _ start: ProcessStart, for token: AccessToken, directory: FilePath, call: String
    ) throws(CallError) {
        guard start.image.contains("\\") else { return }
        do throws(Win32Error) {
            let path = try FilePath(start.image, relativeTo: directory)
            let location = try locate(path, followsLast: true, collectsWay: !token.holds(.changeNotify))
            guard let file = location.file else { throw .fileNotFound }
            let request = OpenRequest(start.image, access: [.fileExecute, .fileReadData, .synchronize])
            _ = try authorize(file, at: location, desired: request.access, request: request, token: token)
        } catch {
            throw CallError(error, call, start.image)
        }
    }
}
