internal import WindowsSecurity

extension SimulatedMachine {
    /// How many calls the log holds.
    public var callCount: Int { log.count }

    /// The calls from a number on, in order.
    ///
    /// - Parameter first: the number of the first call wanted.
    /// - Returns: the calls.
    public func calls(from first: Int = 0) -> [MachineCall] { (first..<max(first, log.count)).map { log[$0] } }

    /// Makes calls again; those that failed fail again.
    ///
    /// - Parameter calls: calls of a machine that was in this state.
    public mutating func replay(_ calls: [MachineCall]) {
        for call in calls { try? replay(call) }
    }

    private mutating func replay(_ call: MachineCall) throws(CallError) {
        switch call {
        case .open, .read, .write, .markForDeletion, .close, .makeDirectory, .makeFiles, .rename, .list, .makeHardLink,
            .makeLink,
            .descriptor, .edit, .setList, .setLabel, .setOwner, .setAttributes:
            try replayFiles(call)
        case .connect, .listen, .receiveConnection, .resolve, .addHost, .addFirewallRule, .removeFirewallRule,
            .addPacketFilters, .removePacketFilters, .setGroupPolicy, .setResolver, .setProfile, .createPipe,
            .connectPipe, .writePipe, .readPipe,
            .closePipe:
            try replayNetwork(call)
        default: try replaySystem(call)
        }
    }

    private mutating func replayFiles(_ call: MachineCall) throws(CallError) {
        switch call {
        case .open(let request, let process): _ = try open(request, by: process)
        case .read(let handle, let process): _ = try read(handle, by: process)
        case .write(let bytes, let handle, let process): try write(bytes, to: handle, by: process)
        case .markForDeletion(let handle, let process): try markForDeletion(handle, by: process)
        case .close(let handle, let process): try close(handle, by: process)
        case .makeDirectory(let path, let descriptor, let process):
            try makeDirectory(path, descriptor: descriptor, by: process)
        case .makeFiles(let names, let path, let process): try makeFiles(names, in: path, by: process)
        case .rename(let path, let target, let replaces, let process):
            try rename(path, to: target, replaces: replaces, by: process)
        case .list(let path, let process): _ = try list(path, by: process)
        case .makeHardLink(let path, let target, let process): try makeHardLink(path, to: target, by: process)
        case .makeLink(let path, let point, let isDirectory, let process):
            try makeLink(path, to: point, isDirectory: isDirectory, by: process)
        case .descriptor(let path, let process): _ = try descriptor(of: path, by: process)
        case .edit(let path, let wishes, let refusesLinks, let process):
            try edit(path, wishes, refusesLinks: refusesLinks, by: process)
        case .setList(let path, let descriptor, let inherits, let process):
            try setList(of: path, to: descriptor, inherits: inherits, by: process)
        case .setLabel(let level, let path, let process): try setLabel(level, of: path, by: process)
        case .setAttributes(let attributes, let path, let process):
            try setAttributes(attributes, of: path, by: process)
        case .setOwner(let owner, let path, let process): try setOwner(owner, of: path, by: process)
        default: break
        }
    }

    private mutating func replayNetwork(_ call: MachineCall) throws(CallError) {
        switch call {
        case .connect(let address, let port, let transport, let process):
            try connect(to: address, port: port, over: transport, by: process)
        case .listen(let port, let transport, let process): try listen(on: port, over: transport, by: process)
        case .receiveConnection(let address, let port): _ = receiveConnection(from: address, port: port)
        case .resolve(let name, let process): _ = try resolve(name, by: process)
        case .addHost(let host): addHost(host)
        case .addFirewallRule(let rule, let process): try addFirewallRule(rule, by: process)
        case .removeFirewallRule(let name, let process): try removeFirewallRule(name, by: process)
        case .addPacketFilters(let filters, let process): try addPacketFilters(filters, by: process)
        case .removePacketFilters(let names, let process): try removePacketFilters(Set(names), by: process)
        case .setResolver(let address): setResolver(address)
        case .setProfile(let profile): setProfile(profile)
        case .setGroupPolicy(let rules, let counts): setGroupPolicy(rules, localRulesCount: counts)
        case .createPipe(let name, let descriptor, let process):
            try createPipe(name, descriptor: descriptor, by: process)
        case .connectPipe(let name, let access, let process): try connectPipe(name, access: access, by: process)
        case .writePipe(let bytes, let name, let process): try writePipe(bytes, to: name, by: process)
        case .readPipe(let name, let process): _ = try readPipe(name, by: process)
        case .closePipe(let name, let process): try closePipe(name, by: process)
        default: break
        }
    }

    private mutating func replaySystem(_ call: MachineCall) throws(CallError) {
        switch call {
        case .formatDrive(let letter, let hasDescriptors, let makesShortNames):
            guard let letter = letter.first else { return }
            formatDrive(letter, hasDescriptors: hasDescriptors, makesShortNames: makesShortNames)
        case .makeProfile(let user): try makeProfile(of: user)
        case .logOn(let name, let password): _ = try logOn(name, password: password)
        case .tryLogon(let name, let password, let type): try tryLogon(name, password: password, type: type)
        case .addUser(let name, let password, let process): try addUser(name, password: password, by: process)
        case .changeUser(let name, let change, let process): try changeUser(name, change, by: process)
        case .removeUser(let name, let process): try removeUser(name, by: process)
        case .addGroup(let name, let comment, let process): try addGroup(name, comment: comment, by: process)
        case .removeGroup(let name, let process): try removeGroup(name, by: process)
        case .setMembership(let isMember, let member, let group, let process):
            try setMembership(isMember, of: member, in: group, by: process)
        case .setRight(let right, let isHeld, let account, let process):
            try setRight(right, isHeld, for: account, by: process)
        case .createProcess(let start, let process): _ = try createProcess(start, by: process)
        case .createProcessAsUser(let start, let token, let process):
            _ = try createProcess(start, as: token, by: process)
        case .createProcessWithLogon(let start, let name, let password, let process):
            _ = try createProcess(start, logon: name, password: password, by: process)
        case .acquireClientCredentials(let process): try acquireClientCredentials(by: process)
        case .enablePrivileges(let privileges, let process): try enablePrivileges(privileges, by: process)
        case .openProcess(let target, let desired, let process): try openProcess(target, desired, by: process)
        case .terminate(let target, let code, let process): try terminate(target, code: code, by: process)
        case .createJob(let limits, let process): _ = try createJob(limits, by: process)
        case .setLimits(let limits, let job, let process): try setLimits(limits, of: job, by: process)
        case .terminateJob(let job, let code, let process): try terminateJob(job, code: code, by: process)
        case .createDesktop(let name, let descriptor, let process):
            _ = try createDesktop(name, descriptor: descriptor, by: process)
        case .createMutex(let name, let descriptor, let process):
            _ = try createMutex(name, descriptor: descriptor, by: process)
        case .probeMutex(let name, let process): try probeMutex(name, by: process)
        case .addShare(let name, let path, let descriptor, let process):
            try addShare(name, of: path, descriptor: descriptor, by: process)
        case .addRemoteShare(let name, let server): addRemoteShare(name, on: server)
        case .setCaseSensitive(let isOn, let path, let process): try setCaseSensitive(isOn, of: path, by: process)
        case .setClipboard(let bytes, let process): try setClipboard(bytes, by: process)
        case .readClipboard(let process): _ = try clipboard(by: process)
        case .postMessage(let target, let process): try postMessage(to: target, by: process)
        case .setService(let name, true, let process): try startService(name, by: process)
        case .setService(let name, false, let process): try stopService(name, by: process)
        case .passTime(let milliseconds): passTime(milliseconds)
        case .runLine(let line, let input, let merges, let process):
            _ = runLine(line, input: input, mergesErrors: merges, by: process)
        case .createStream(let process): _ = try createStream(by: process)
        case .writeStream(let bytes, let number, let process): try writeStream(bytes, to: number, by: process)
        case .readStream(let number, let limit, let process):
            _ = try readStream(number, limit: limit, by: process)
        case .closeStream(let end, let number, let process): try closeStream(end, of: number, by: process)
        case .createKey(let path, let process): try createKey(path, by: process)
        case .setValue(let value, let path, let process): try setValue(value, in: path, by: process)
        case .queryValue(let name, let path, let process): _ = try self.value(name, in: path, by: process)
        case .enumerateKey(let path, let process): _ = try enumerateKey(path, by: process)
        case .deleteValue(let name, let path, let process): try deleteValue(name, in: path, by: process)
        case .protect(let secret, let scope, let process): _ = try protect(secret, scope: scope, by: process)
        case .unprotect(let blob, let process): _ = try unprotect(blob, by: process)
        case .drawRandom(let count, let process): _ = try drawRandom(count, by: process)
        case .answerConsent(let answer): answerConsent(answer)
        case .elevate(let start, let process): _ = try elevate(start, by: process)
        case .activate(let start, let process): _ = try activate(start, for: process)
        default: break
        }
    }
}
