internal import SandboxModel
internal import SimulatedWindows

/// How the commands of a trial start and end.
extension SimulatedRun {
    /// Who makes an actor's attempts: a person, a command that was started for it, or a child of one.
    func process(of actor: Actor, startedAs command: ProcessIdentifier?) throws -> ProcessIdentifier {
        guard actor.isSandboxed else { return people[actor] ?? outside.user }
        let tools = (actor == .grandchild ? ["cmd.exe", "cmd.exe"] : []) + [stage.tool].compactMap(\.self)
        return try tools.reduce(try command ?? start(actor)) { process, tool in
            try sandbox.host.machine.createProcess(ProcessStart(image: tool, commandLine: tool), by: process)
        }
    }

    /// Writes a file as the agent's own tools do.
    func write(_ attempt: Attempt) throws -> SimulatedCall.Result {
        let words = try attempt.resolved(in: places)
        let text = words.count > 1 ? words[1] : "new"
        let plan = try plan(.tools)
        do throws(SandboxFailure) {
            try sandbox.write(Array(text.utf8), to: words[0], under: plan)
            return .success
        } catch {
            if error.stage == .tools { return .refused(by: WindowsLayer.fileTools, error.detail) }
            guard error.stage == .start, let error = error.error else { throw error }
            return call(by: outside.user, in: sandbox.host).failure(error)
        }
    }

    /// Starts a sandboxed command in its workspace.
    func start(_ actor: Actor) throws -> ProcessIdentifier {
        try sandbox.start(try plan(actor), isInteractive: actor == .attended).process
    }

    /// Starts one that stays until it is ended, seen by its caller.
    func open(_ actor: Actor) throws -> CommandSession {
        try sandbox.open(try plan(actor, arguments: ["cmd", "/c", "timeout /t 99999"]))
    }

    /// What is in force for a sandboxed command.
    private func plan(_ actor: Actor, arguments: [String] = ["cmd.exe"]) throws -> LaunchPlan {
        func path(_ text: String) throws -> HostPath {
            try HostPath(windows: try FilePath(try places.resolve(text, asPath: true)))
        }
        let mode = trial.mode ?? .fullAccess
        let policy = trial.scenario.policy.forActor(actor)
        let workspace = actor == .second ? "$home/second" : policy.workspace ?? "$workspace"
        var request = SandboxPolicy(
            mode: mode.sandboxMode, workspace: try path(workspace),
            writableRoots: try policy.writableRoots.map(path), readOnlyPaths: try policy.readOnly.map(path),
            deniedPaths: try policy.denyRead.map(path), network: mode.network)
        if policy.listsReads { request.reads = .listed(withPlatform: true) }
        let proxy = policy.proxy == nil ? nil : proxy
        return try sandbox.plan(
            request, arguments: arguments, environment: proxy?.environment ?? [], proxyRoute: proxy?.route)
    }

    /// For how many milliseconds a caller waits for the end of a command.
    static var patience: UInt64 { 24 * 3600 * 1000 }

    func holdsOutput(_ attempts: [Attempt]) -> Bool { attempts.contains { $0.verb.name == "hold-output" } }

    /// Whether it matters what the caller sees of a command.
    func isWatched(_ attempts: [Attempt], isLast: Bool) -> Bool {
        isLast && trial.scenario.ending != .byItself || holdsOutput(attempts)
    }

    /// Ends a command, and waits as its caller does.
    func end(_ process: ProcessIdentifier, _ session: inout CommandSession?, _ ending: Ending) {
        switch ending {
        case .byItself:
            try? sandbox.host.machine.terminate(process, code: 0, by: process)
            if let command = session?.command.process {
                try? sandbox.host.machine.terminate(command, code: 0, by: command)
            }
            _ = session?.wait(Self.patience)
        case .cancelled:
            session?.send(.terminate)
            _ = session?.wait(1000)
        case .abandoned:
            try? sandbox.host.machine.terminate(sandbox.host.user, by: sandbox.host.user)
            _ = session?.wait(1000)
        }
    }
}
