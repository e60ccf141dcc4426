public import SandboxModel
internal import WindowsSecurity

extension SimulatedSetup {
    /// Brings an effect into force; each step may be repeated.
    ///
    /// - Parameters:
    ///   - effect: what to apply.
    ///   - image: the before-image that was recorded first.
    ///   - journal: what setup has done on this machine until now.
    /// - Throws: `.notPermitted` with the step that the process may not do, `.systemCall` with what came back of another.
    public func apply(_ effect: Effect, over image: BeforeImage, after journal: Journal) throws(SetupError) {
        switch effect {
        case .lockDirectory(let directory): try lock(directory)
        case .createGroup(let group):
            guard host.sid(of: group) == nil else { return }
            _ = try act("create the group", group.groupName) { machine, process throws(CallError) in
                try machine.addGroup(group.groupName, comment: "Codex sandbox internal group (managed)", by: process)
            }
        case .createPrincipal(let principal): try create(principal)
        case .createRegistry: try storePasswords()
        case .denyScheduledJobs(let scheduler):
            for principal in Principal.allCases {
                guard let sid = host.sid(of: principal) else { continue }
                try act("deny scheduled jobs to", principal.accountName) { machine, process throws(CallError) in
                    try machine.setRight(right(scheduler), true, for: sid, by: process)
                }
            }
        case .installFirewall: try installFirewall()
        case .persistFirewall:
            guard let sid = host.sid(of: Principal.offline) else { throw missing(.offline) }
            try act("add the filters of", Principal.offline.accountName) { machine, process throws(CallError) in
                try machine.addPacketFilters(SandboxFirewall.filters(for: sid), by: process)
            }
        case .installRunner:
            try directory(host.installation.programs)
            if !design.setup.copiesRunner { try directory(host.programDirectory) }
            try write(host.runner(design), Array("MZ command runner".utf8))
        case .addMember(let user, let group):
            guard let sid = host.machine.accounts.user(user.name)?.sid else {
                throw SetupError(.unknownUser, action: "enrol", subject: user.name)
            }
            try join(sid, group.groupName)
        case .reserveBlock: try makeCapabilityFile()
        case .commitMarker:
            try directory(host.installation.configuration)
            try write(
                host.installation.marker, SetupMarker(offline: offline).bytes(at: host.machine.time),
                as: DirectoryLock.marker(user: host.userSID))
        }
    }

    func missing(_ principal: Principal) -> SetupError {
        SetupError(.unknownUser, action: "find the account", subject: principal.accountName)
    }

    /// Makes a directory that may be there already.
    func directory(_ path: String) throws(SetupError) {
        guard !exists(path) else { return }
        try act("make the directory", path) { machine, process throws(CallError) in
            try machine.makeDirectory(path, by: process)
        }
    }

    /// Writes a file, made with a descriptor when it is new.
    func write(
        _ path: String, _ bytes: [UInt8], as descriptor: SecurityDescriptor? = nil
    ) throws(SetupError) {
        try act("write", path) { machine, process throws(CallError) in
            let handle = try machine.open(
                OpenRequest(path, access: .genericWrite, disposition: .createAlways, descriptor: descriptor),
                by: process)
            try machine.write(bytes, to: handle, by: process)
            try machine.close(handle, by: process)
        }
    }

    func lock(_ directory: SetupDirectory) throws(SetupError) {
        guard let group = host.sid(of: .users) else {
            throw SetupError(.unknownUser, action: "find the group", subject: SandboxGroup.users.groupName)
        }
        let path = host.installation.path(of: directory)
        try self.directory(path)
        try setList(DirectoryLock.descriptor(of: directory, group: group, user: host.userSID, design.setup), of: path)
        guard directory == .configuration else { return }
        try self.directory(host.installation.secrets)
        try setList(
            SecurityDescriptor(dacl: .list(DirectoryLock.secrets(group: group, user: host.userSID))),
            of: host.installation.secrets)
    }

    func setList(_ descriptor: SecurityDescriptor, of path: String) throws(SetupError) {
        _ = try act("lock", path) { machine, process throws(CallError) in
            try machine.setList(of: path, to: descriptor, by: process)
        }
    }

    private func join(_ sid: SID, _ group: String) throws(SetupError) {
        guard host.machine.accounts.group(group)?.members.contains(sid) == false else { return }
        try act("add to the group", group) { machine, process throws(CallError) in
            try machine.setMembership(true, of: sid, in: group, by: process)
        }
    }

    private func create(_ principal: Principal) throws(SetupError) {
        let name = principal.accountName
        if host.sid(of: principal) == nil {
            _ = try act("create the account", name) { machine, process throws(CallError) in
                let password = try machine.newPassword(by: process)
                return try machine.addUser(name, password: password, by: process)
            }
        }
        guard let sid = host.sid(of: principal) else { throw missing(principal) }
        let changes: [AccountChange] = [
            .disabled(false), .lockedOut(false), .expired(false), .passwordExpired(false), .mustChangePassword(false),
        ]
        for change in changes {
            try act("change the account", name) { machine, process throws(CallError) in
                try machine.changeUser(name, change, by: process)
            }
        }
        try join(sid, "Users")
        try join(sid, SandboxGroup.users.groupName)
        try act("hide the account", name) { machine, process throws(CallError) in
            try machine.createKey(Self.hiddenUsersKey, by: process)
            try machine.setValue(RegistryValue(name, .number(0)), in: Self.hiddenUsersKey, by: process)
        }
    }

    /// Gives both principals new passwords and stores them protected; the scope is the machine, because setup may run as another
    /// administrator than the person it serves.
    private func storePasswords() throws(SetupError) {
        var credentials = SandboxCredentials(passwords: [:])
        for principal in Principal.allCases {
            credentials.passwords[principal] = try act(
                "set the password of", principal.accountName
            ) { machine, process throws(CallError) in
                let password = try machine.newPassword(by: process)
                try machine.changeUser(principal.accountName, .password(password), by: process)
                return try machine.protect(
                    Array(password.utf8), scope: design.setup.secretsAreForTheMachine ? .machine : .user, by: process)
            }
        }
        try directory(host.installation.secrets)
        try write(host.installation.users, credentials.bytes)
    }

    private func makeCapabilityFile() throws(SetupError) {
        guard !exists(host.installation.capabilities) else { return }
        try write(host.installation.capabilities, Array(CapabilityFile(CapabilityLedger()).text.utf8))
    }
}
