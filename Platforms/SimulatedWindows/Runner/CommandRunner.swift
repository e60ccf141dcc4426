internal import SandboxModel
internal import WindowsSecurity

/// The command runner of the documented design, as a program of the simulated machine.
///
/// It is a process of the principal. It believes what the pipe says, makes a weaker token of its own, and starts the command.
struct CommandRunner {
    /// The name of the program in its file.
    static let program = "command runner"

    /// The machine.
    let host: SimulatedHost
    /// Its process.
    let process: ProcessIdentifier
    /// The places of its restricting list.
    let restrictingList: [RestrictingListPlace]
    /// What the token's filter takes away.
    let flags: TokenFilter.Flags
    /// How commands are started and ended.
    var rules = ProcessRules.documented
    /// The desktop that the caller has made, when it did.
    var desktop: String?

    /// Token, desktop, job, streams, command, in the documented order.
    ///
    /// - Parameters:
    ///   - request: what to run and how.
    ///   - isCarriedOut: whether the machine carries out the command.
    /// - Returns: the command, carried.
    /// - Throws: the call that failed.
    func start(_ request: SpawnRequest, isCarriedOut: Bool) throws(CallError) -> CommandRelay {
        let own = try host.machine.process(process, "OpenProcessToken").token
        let token = try self.token(request, own: own)
        let desktop = try desktop(for: own)
        let job = rules.endsTogether ? try host.machine.createJob([.killOnClose, .breakawayOK], by: process) : nil
        return try start(request, token: token, desktop: desktop, job: job, isCarriedOut: isCarriedOut)
    }

    /// Starts a command with a token that was made already.
    ///
    /// - Parameters:
    ///   - request: what to run and how.
    ///   - token: the token.
    ///   - desktop: the desktop, or nothing for the runner's own.
    ///   - job: the job.
    ///   - isCarriedOut: whether the machine carries out the command.
    ///   - entersDirectory: whether it starts where the request says; otherwise where the runner is.
    /// - Returns: the command, carried.
    /// - Throws: the call that failed.
    func start(
        _ request: SpawnRequest, token: AccessToken, desktop: String?, job: UInt32?, isCarriedOut: Bool,
        entersDirectory: Bool = true
    ) throws(CallError) -> CommandRelay {
        let arguments = request.command.map { String(decoding: $0, as: UTF8.self) }
        let name = arguments.first ?? ""
        let handles = try openStreams(request)
        let environment = request.environment.map {
            EnvironmentEntry(String(decoding: $0.name, as: UTF8.self), String(decoding: $0.value, as: UTF8.self))
        }
        let command = try host.machine.createProcess(
            ProcessStart(
                image: isCarriedOut ? try host.machine.image(name, for: process) : name,
                commandLine: CommandLine.text(arguments),
                workingDirectory: entersDirectory ? workingDirectory(request.workingDirectory.windows) : nil,
                environment: environment,
                desktop: desktop, job: job, handles: handles, isCarriedOut: isCarriedOut), as: token, by: process)
        var relay = CommandRelay(
            owner: process, command: command, job: job, handles: handles, drainMilliseconds: rules.drainMilliseconds,
            deadline: request.timeoutMilliseconds.map { host.machine.clock + UInt64($0) })
        releaseChildEnds(of: handles)
        if !request.standardInputIsOpen { relay.closeInput(&host.machine) }
        return relay
    }

    /// Where the command's windows belong: never on the person's desktop when one of its own cannot be had.
    private func desktop(for own: AccessToken) throws(CallError) -> String? {
        let everything = ObjectType.desktop.mapping.all
        switch rules.desktop {
        case .persons: return SimulatedMachine.defaultDesktop
        case .perPolicy:
            if let desktop { return try host.machine.createDesktop(desktop, descriptor: nil, by: process) }
            fallthrough
        case .perCommand:
            guard let logon = own.logonSID else { return SimulatedMachine.defaultDesktop }
            let name = try host.machine.drawRandom(8, by: process).reduce("CodexSandboxDesktop-") {
                $0 + String($1, radix: 16)
            }
            return try host.machine.createDesktop(
                name, descriptor: SecurityDescriptor(dacl: .list([.allow(everything, to: logon)])), by: process)
        }
    }

    /// The streams of a command; a terminal has one for output and complaints.
    private func openStreams(_ request: SpawnRequest) throws(CallError) -> StandardHandles {
        let input = try host.machine.createStream(by: process)
        let output = try host.machine.createStream(by: process)
        let error = request.usesTerminal ? output : try host.machine.createStream(by: process)
        return StandardHandles(input: .stream(input), output: .stream(output), error: .stream(error))
    }

    /// The ends that the command has of its own now, so that each side meets the end when the other one goes.
    private func releaseChildEnds(of handles: StandardHandles) {
        host.machine.closeEnd(.reading, of: handles.input, by: process)
        for handle in handles.outputs { host.machine.closeEnd(.writing, of: handle, by: process) }
    }

    /// Where the command starts: as asked, or, while grants for reading are still being made, a junction in the runner's own profile.
    ///
    /// Programs that look at every directory on their way could not pass the person's profile then.
    private func workingDirectory(_ asked: String) -> String {
        do throws(CallError) {
            try host.machine.probeMutex(ReadGrantHelper.mutex, by: process)
        } catch {
            // Who cannot tell assumes that one runs.
            if error.code == .fileNotFound { return asked }
        }
        guard let own = host.machine.processes[process]?.token.user.sid, own != host.userSID else { return asked }
        var path = host.machine.profile(of: own).description
        for name in [".codex", ".sandbox", "cwd"] {
            path += "\\" + name
            try? host.machine.makeDirectory(path, by: process)
        }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in asked.lowercased().utf8 { Hash.combine(&hash, UInt32(byte)) }
        path += "\\" + String(hash, radix: 16)
        do throws(CallError) {
            try host.machine.makeLink(path, to: .junction(asked), isDirectory: true, by: process)
        } catch {
            guard error.code == .alreadyExists else { return asked }
        }
        return path
    }

    /// The token of the command: its own, made weaker, with the restricting list in the order of the design.
    private func token(_ request: SpawnRequest, own: AccessToken) throws(CallError) -> AccessToken {
        let sids = restrictingList.flatMap { place -> [SID] in
            switch place {
            case .capabilities: request.capabilitySIDs
            case .principal: [own.user.sid]
            case .proxyRoute: request.proxyRoute.map { [$0] } ?? []
            case .logon: own.logonSID.map { [$0] } ?? []
            case .everyone: [.everyone]
            }
        }
        var token = try host.machine.restrictedToken(TokenFilter(flags: flags, restrictingSIDs: sids), of: process)
        let logon = own.logonSID.map { [$0] } ?? []
        switch rules.defaultList {
        case .inherited: break
        case .everyone:
            // Objects of the command must be usable for its own children, whose writes need a restricting SID too.
            let users = logon + [.everyone] + request.capabilitySIDs
            token.defaultDACL = ACL(users.map { .allow(.genericAll, to: $0) })
        case .logonSession:
            token.defaultDACL = ACL(
                logon.map { .allow(.genericAll, to: $0) } + [.allow(.readControl, to: .ownerRights)])
        }
        token.adjustPrivileges(enable: PrivilegeSet([.changeNotify]))
        return token
    }
}
