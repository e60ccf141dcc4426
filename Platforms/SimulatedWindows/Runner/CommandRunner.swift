internal import SandboxModel
internal import WindowsSecurity

/// The command runner of the documented design, as a program of the simulated machine.
///
/// It is a process of the principal. It believes what the pipe says, makes a weaker token of its own, and starts the command.
struct CommandRunner {
    /// The machine.
    let host: SimulatedHost
    /// Its process.
    let process: ProcessIdentifier
    /// The places of its restricting list.
    let restrictingList: [RestrictingListPlace]
    /// What the token's filter takes away.
    let flags: TokenFilter.Flags

    /// Reads the first message and starts the command.
    ///
    /// - Parameter bytes: what the pipe held.
    /// - Returns: the answer to send, and the job and process that were made.
    func serve(_ bytes: [UInt8]) -> (answer: RunnerMessage, job: UInt32, command: ProcessIdentifier?) {
        let request: SpawnRequest
        do throws(RunnerMessageError) {
            var decoder = RunnerFrameDecoder()
            decoder.append(bytes)
            request = try Self.request(&decoder)
        } catch {
            return (.error(stage: .readSpawnRequest, message: "\(error)", systemError: nil), 0, nil)
        }
        guard !request.capabilitySIDs.isEmpty else {
            return (.error(stage: .spawnChild, message: "no capability was given", systemError: nil), 0, nil)
        }
        do throws(CallError) {
            let (job, command) = try start(request)
            return (.spawnReady(processIdentifier: command.rawValue), job, command)
        } catch {
            let code = Int32(bitPattern: error.code.rawValue)
            return (.error(stage: .spawnChild, message: error.description, systemError: code), 0, nil)
        }
    }

    private static func request(_ decoder: inout RunnerFrameDecoder) throws(RunnerMessageError) -> SpawnRequest {
        let body: [UInt8]?
        do throws(RunnerFrameError) {
            body = try decoder.next()
            if body == nil { try decoder.finish() }
        } catch {
            throw .frame(error)
        }
        guard let body else { throw .frame(.truncated(missing: 4)) }
        let message = try RunnerMessage(body: body, isFirst: true)
        guard case .spawnRequest(let request) = message else { throw .outOfOrder(message.type) }
        return request
    }

    /// Token, desktop, job, command, in the documented order.
    func start(_ request: SpawnRequest) throws(CallError) -> (job: UInt32, command: ProcessIdentifier) {
        let own = try host.machine.process(process, "OpenProcessToken").token
        let token = try self.token(request, own: own)
        var desktop = SimulatedMachine.defaultDesktop
        if let logon = own.logonSID {
            let name = try host.machine.drawRandom(8, by: process).reduce("CodexSandboxDesktop-") {
                $0 + String($1, radix: 16)
            }
            desktop = try host.machine.createDesktop(
                name,
                descriptor: SecurityDescriptor(dacl: .list([.allow(ObjectType.desktop.mapping.all, to: logon)])),
                by: process)
        }
        let job = try host.machine.createJob([.killOnClose, .breakawayOK], by: process)
        let arguments = request.command.map { String(decoding: $0, as: UTF8.self) }
        let command = try host.machine.createProcess(
            ProcessStart(
                image: arguments.first ?? "", commandLine: arguments.joined(separator: " "),
                workingDirectory: workingDirectory(request.workingDirectory.windows),
                environment: request.environment.map {
                    EnvironmentEntry(
                        String(decoding: $0.name, as: UTF8.self), String(decoding: $0.value, as: UTF8.self))
                }, desktop: desktop, job: job), as: token, by: process)
        return (job, command)
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
        // Objects of the command must be usable for its own children, whose writes need a restricting SID too.
        let users = (own.logonSID.map { [$0] } ?? []) + [.everyone] + request.capabilitySIDs
        token.defaultDACL = ACL(users.map { .allow(.genericAll, to: $0) })
        token.adjustPrivileges(enable: PrivilegeSet([.changeNotify]))
        return token
    }
}
