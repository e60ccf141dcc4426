public import SandboxModel
internal import WindowsSecurity

extension SimulatedSandbox {
    /// Puts a plan in force and starts its command, which then does whatever calls are made in its name.
    ///
    /// - Parameters:
    ///   - plan: what is to be in force.
    ///   - isInteractive: whether a person at a screen starts the command, and not a program for her.
    /// - Returns: the command.
    /// - Throws: the step that failed; the command did not start then.
    public func start(_ plan: LaunchPlan, isInteractive: Bool = false) throws(SandboxFailure) -> SandboxedCommand {
        var confinement = try lower(plan).confinement
        audit(&confinement, isInteractive: isInteractive)
        try refresh(confinement)
        switch design.mechanism {
        case .restrictedToken:
            guard let principal = plan.principal else { return try startAsPerson(confinement) }
            do throws(SandboxFailure) {
                return try start(confinement, as: principal)
            } catch {
                // A stale or missing password heals itself once: forget it, run setup again, try the identical request again.
                guard let code = error.error?.code, isCurable(code, at: error.stage) else { throw error }
                try? host.machine.delete(host.installation.users, by: host.user)
                do throws(SetupError) {
                    try install()
                } catch {
                    throw SandboxFailure(.credentials, detail: error.description)
                }
                return try start(confinement, as: principal)
            }
        case .none: return try startUnconfined(plan)
        case .appContainer, .lowIntegrity, .virtualMachine: return try startAlternative(plan)
        }
    }

    private func isCurable(_ code: Win32Error, at stage: SandboxFailure.Stage) -> Bool {
        stage == .credentials
            ? code == .fileNotFound : [.logonFailure, .noSuchLogonSession, .accountDisabled].contains(code)
    }

    /// The unelevated level: the person's own process makes the token and starts the command.
    private func startAsPerson(_ confinement: SimulatedConfinement) throws(SandboxFailure) -> SandboxedCommand {
        try closeNetwork(confinement.plan)
        let runner = CommandRunner(
            host: host, process: host.user, restrictingList: design.restrictingList, flags: confinement.flags)
        do throws(CallError) {
            let (job, command) = try runner.start(
                SpawnRequest(confinement.plan, usesTerminal: false, standardInputIsOpen: false))
            return SandboxedCommand(process: command, runner: host.user, job: job, plan: confinement.plan)
        } catch {
            throw SandboxFailure(.start, error)
        }
    }

    /// The elevated level: a runner in a logon session of the principal, reached through two pipes.
    private func start(
        _ confinement: SimulatedConfinement, as principal: Principal
    ) throws(SandboxFailure) -> SandboxedCommand {
        let password = try password(of: principal)
        guard let sid = host.sid(of: principal) else {
            throw SandboxFailure(.readiness, detail: "the account \(principal.accountName) is missing; run setup")
        }
        let names = try makePipes(for: sid)
        let process: ProcessIdentifier
        do throws(CallError) {
            process = try host.machine.createProcess(
                ProcessStart(
                    image: host.installation.runner,
                    commandLine: "codex-command-runner --pipe-in=\(names.input) --pipe-out=\(names.output)",
                    workingDirectory: confinement.plan.workingDirectory.windows),
                logon: principal.accountName, password: password, by: host.user)
        } catch {
            throw SandboxFailure(.logon, error)
        }
        do throws(SandboxFailure) {
            return try shakeHands(confinement, runner: process, names: names)
        } catch {
            // The runner ends by itself when its pipes close; nobody else may end a process of another account.
            try? host.machine.terminate(process, by: process)
            throw error
        }
    }

    private func password(of principal: Principal) throws(SandboxFailure) -> String {
        do throws(CallError) {
            let bytes = try host.machine.readFile(host.installation.users, by: host.user)
            guard let blob = SandboxCredentials(parsing: bytes)?.passwords[principal] else {
                throw CallError(.invalidParameter, "ReadFile", host.installation.users)
            }
            return String(decoding: try host.machine.unprotect(blob, by: host.user), as: UTF8.self)
        } catch {
            throw SandboxFailure(.credentials, error)
        }
    }

    /// The pipes of one command; only the principal may connect.
    private func makePipes(for sid: SID) throws(SandboxFailure) -> (input: String, output: String) {
        let descriptor = SecurityDescriptor(dacl: .list([.allow(.genericAll, to: sid)]))
        do throws(CallError) {
            let random = try host.machine.drawRandom(16, by: host.user)
            let base = random.reduce("codex-runner-") { $0 + ($1 < 16 ? "0" : "") + String($1, radix: 16) }
            try host.machine.createPipe(base + "-in", descriptor: descriptor, by: host.user)
            try host.machine.createPipe(base + "-out", descriptor: descriptor, by: host.user)
            return (base + "-in", base + "-out")
        } catch {
            throw SandboxFailure(.handshake, error)
        }
    }

    private func shakeHands(
        _ confinement: SimulatedConfinement, runner process: ProcessIdentifier, names: (input: String, output: String)
    ) throws(SandboxFailure) -> SandboxedCommand {
        do throws(CallError) {
            try host.machine.connectPipe(names.input, by: process)
            try host.machine.connectPipe(names.output, by: process)
            for name in [names.input, names.output] where host.machine.pipes[name]?.client != process {
                throw CallError(.accessDenied, "GetNamedPipeClientProcessId", name)
            }
            let request = SpawnRequest(confinement.plan, usesTerminal: false, standardInputIsOpen: false)
            guard let frame = try? RunnerMessage.spawnRequest(request).frame() else {
                throw CallError(.invalidParameter, "WriteFile", names.input)
            }
            try host.machine.writePipe(frame, to: names.input, by: host.user)
            let runner = CommandRunner(
                host: host, process: process, restrictingList: design.restrictingList, flags: confinement.flags)
            let served = runner.serve(try host.machine.readPipe(names.input, by: process))
            if let answer = try? served.answer.frame() {
                try host.machine.writePipe(answer, to: names.output, by: process)
            }
            let command = try ready(try host.machine.readPipe(names.output, by: host.user))
            return SandboxedCommand(process: command, runner: process, job: served.job, plan: confinement.plan)
        } catch {
            throw SandboxFailure(.handshake, error)
        }
    }

    /// Reads the runner's answer.
    private func ready(_ bytes: [UInt8]) throws(CallError) -> ProcessIdentifier {
        var decoder = RunnerFrameDecoder()
        decoder.append(bytes)
        guard let body = try? decoder.next(), let message = try? RunnerMessage(body: body) else {
            throw CallError(.brokenPipe, "ReadFile", "the runner's answer")
        }
        switch message {
        case .spawnReady(let number): return ProcessIdentifier(rawValue: number)
        case .error(let stage, let text, let code):
            throw CallError(
                Win32Error(rawValue: UInt32(bitPattern: code ?? 87)), "the runner at \(stage.rawValue)", text)
        default: throw CallError(.invalidParameter, "ReadFile", "a message of type \(message.type)")
        }
    }

    /// Ends a command and everything it started.
    ///
    /// - Parameter command: the command.
    /// - Throws: `ERROR_INVALID_HANDLE` when it has ended before.
    public func end(_ command: SandboxedCommand) throws(CallError) {
        try host.machine.terminateJob(command.job, by: command.runner)
        guard command.runner != host.user else { return }
        try host.machine.terminate(command.runner, code: 0, by: command.runner)
    }
}
