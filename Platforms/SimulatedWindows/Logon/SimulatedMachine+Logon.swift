internal import WindowsSecurity

extension SimulatedMachine {
    /// Checks a name and a password and opens a logon session.
    ///
    /// Windows: `LsaLogonUser`, `LogonUserW`. An account's restrictions are told only to those who know its password.
    ///
    /// - Parameters:
    ///   - name: the account, with or without `.\`.
    ///   - password: the password.
    ///   - type: the way to log on.
    ///   - call: the call that asks.
    /// - Returns: the session and the token; for an administrator at the machine the filtered half of the pair.
    /// - Throws: the number Windows gives: 1326, 1909, 1331, 1793, 1330, 1907, 1385.
    mutating func openSession(
        _ name: String, password: String, type: LogonType, call: String
    ) throws(CallError) -> (session: LogonSession, token: AccessToken) {
        guard let index = accounts.users.firstIndex(where: { $0.sid == accounts.user(name)?.sid }) else {
            throw CallError(.logonFailure, call, name)
        }
        let user = accounts.users[index]
        guard !user.isLockedOut else { throw CallError(.accountLockedOut, call, name) }
        guard user.password == password else {
            accounts.users[index].wrongPasswords += 1
            if accounts.lockoutThreshold > 0, accounts.users[index].wrongPasswords >= accounts.lockoutThreshold {
                accounts.users[index].isLockedOut = true
            }
            throw CallError(.logonFailure, call, name)
        }
        if user.password.isEmpty, type == .network { throw CallError(.accountRestriction, call, name) }
        if user.isDisabled { throw CallError(.accountDisabled, call, name) }
        if user.isExpired { throw CallError(.accountExpired, call, name) }
        if user.mustChangePassword { throw CallError(.passwordMustChange, call, name) }
        if user.isPasswordExpired { throw CallError(.passwordExpired, call, name) }
        let groups = logonGroups(of: user.sid, type: type)
        guard accounts.permits(type.right, unless: type.denial, for: [user.sid] + groups) else {
            throw CallError(.logonTypeNotGranted, call, name)
        }
        accounts.users[index].wrongPasswords = 0
        return newSession(user: user.sid, groups: groups, type: type)
    }

    func logonGroups(of user: SID, type: LogonType) -> [SID] {
        var sids: [SID] = [.everyone]
        if let local = SID(identifierAuthority: 5, subAuthorities: [113]) { sids.append(local) }
        sids += accounts.memberships(of: user)
        if let group = type.group { sids.append(group) }
        sids.append(.authenticatedUsers)
        return sids
    }

    private mutating func newSession(
        user: SID, groups: [SID], type: LogonType
    ) -> (session: LogonSession, token: AccessToken) {
        nextSession += UInt32(random.next() & 0xFF) + 1
        let session = LogonSession(
            identifier: nextSession, user: user, type: type, logonSID: .logonSession(high: 0, low: nextSession))
        sessions[session.identifier] = session
        let token = Self.logonToken(user: user, groups: groups, logon: session.logonSID, domain: accounts.machine)
        guard groups.contains(.administrators), type == .interactive, user.relativeIdentifier != 500 else {
            return (session, token)
        }
        return (session, Self.split(token, user: user, logon: session.logonSID, questions: questions))
    }

    /// The token that an account gets when it logs on; for an administrator the full one.
    static func logonToken(user: SID, groups: [SID], logon: SID, domain: SID) -> AccessToken {
        var members = groups.map { sid in
            TokenGroup(sid, sid == .administrators ? [.mandatory, .enabledByDefault, .enabled, .owner] : .usual)
        }
        members.append(TokenGroup(logon, [.logonSession, .mandatory, .enabledByDefault, .enabled]))
        let isAdministrator = groups.contains(.administrators)
        var token = AccessToken(user: user, groups: members, privileges: Self.privileges(isAdministrator))
        token.enabledPrivileges = PrivilegeSet([.changeNotify, .impersonate, .createGlobal])
        token.mandatoryPolicy = [.noWriteUp, .newProcessMinimum]
        token.primaryGroup = domain.appending(513)
        token.defaultOwner = isAdministrator ? .administrators : user
        token.defaultDACL = DefaultDescriptors.tokenDACL(
            user: isAdministrator ? .administrators : user, logonSession: logon)
        if isAdministrator { token.integrityLevel = .high }
        return token
    }

    /// The filtered half of an administrator's pair of tokens; the other half is linked.
    static func split(
        _ full: AccessToken, user: SID, logon: SID, questions: OpenQuestions
    ) -> AccessToken {
        guard var limited = try? full.filtered(by: TokenFilter(flags: .limitedUser), questions: questions) else {
            return full
        }
        var full = full
        full.elevationType = .full
        limited.elevationType = .limited
        limited.integrityLevel = .medium
        limited.defaultOwner = user
        limited.defaultDACL = DefaultDescriptors.tokenDACL(user: user, logonSession: logon)
        limited.linkedToken = .token(full)
        return limited
    }

    private static func privileges(_ isAdministrator: Bool) -> PrivilegeSet {
        var set = PrivilegeSet([.changeNotify, .shutdown, .undock, .increaseWorkingSet, .timeZone])
        if isAdministrator {
            set.formUnion(
                PrivilegeSet([
                    .increaseQuota, .security, .takeOwnership, .loadDriver, .systemProfile, .systemTime,
                    .profileSingleProcess, .increaseBasePriority, .createPagefile, .backup, .restore, .debug,
                    .systemEnvironment, .remoteShutdown, .manageVolume, .impersonate, .createGlobal,
                    .createSymbolicLink,
                ]))
        }
        return set
    }

    /// Logs a person on at the machine and starts the shell.
    ///
    /// Windows: winlogon, userinit, `explorer.exe`.
    ///
    /// - Parameters:
    ///   - name: the account.
    ///   - password: its password.
    /// - Returns: the shell's process.
    /// - Throws: what the logon threw.
    public mutating func logOn(_ name: String, password: String) throws(CallError) -> ProcessIdentifier {
        try perform(.logOn(name, password)) { machine throws(CallError) in
            let (session, token) = try machine.openSession(
                name, password: password, type: .interactive, call: "LogonUserW")
            try machine.loadProfile(of: session, call: "LogonUserW")
            machine.admit(session, to: Self.defaultDesktop)
            return try machine.start(
                ProcessStart(
                    image: "explorer.exe", commandLine: "explorer.exe",
                    environment: machine.environment(of: token.user.sid), desktop: Self.defaultDesktop),
                token: token, session: session.identifier, parent: nil,
                workingDirectory: machine.profile(of: token.user.sid), call: "CreateProcessW")
        }
    }

    /// Lets the processes of a logon session use a desktop.
    ///
    /// Windows: winlogon and the secondary logon service add the logon SID to the window station and the desktop.
    mutating func admit(_ session: LogonSession, to desktop: String) {
        if case .list(var list) = desktops[desktop]?.descriptor.dacl {
            list.entries.append(.allow(ObjectType.desktop.mapping.all, to: session.logonSID))
            desktops[desktop]?.descriptor.dacl = .list(list)
        }
        let name = desktop.split(separator: "\\").first.map(String.init) ?? ""
        if case .list(var list) = windowStations[name]?.descriptor.dacl {
            list.entries.append(.allow(ObjectType.windowStation.mapping.all, to: session.logonSID))
            windowStations[name]?.descriptor.dacl = .list(list)
        }
    }

    /// Checks whether a name and a password would do, and opens nothing that lasts.
    ///
    /// Windows: `LogonUserW` and `CloseHandle`.
    ///
    /// - Parameters:
    ///   - name: the account.
    ///   - password: its password.
    ///   - type: the way to log on.
    /// - Throws: what the logon threw.
    public mutating func tryLogon(_ name: String, password: String, type: LogonType) throws(CallError) {
        try perform(.tryLogon(name, password, type)) { machine throws(CallError) in
            let opened = try machine.openSession(name, password: password, type: type, call: "LogonUserW")
            machine.sessions[opened.session.identifier] = nil
        }
    }

    /// The directory of an account's profile, or the root of the first drive.
    func profile(of user: SID) -> FilePath {
        accounts.users.first { $0.sid == user }?.profile
            ?? FilePath(root: .drive(UInt8(ascii: "C")), components: [])
    }

    /// Ends the sessions that no running process belongs to.
    mutating func endIdleSessions() {
        let used = Set(processes.values.lazy.filter(\.isRunning).map(\.session))
        sessions = sessions.filter { used.contains($0.key) || $0.value.isKept }
    }
}
