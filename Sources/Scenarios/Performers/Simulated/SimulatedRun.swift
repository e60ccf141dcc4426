internal import SandboxModel
internal import SimulatedWindows
internal import WindowsSecurity

/// One trial on a copy of a stage's machine.
struct SimulatedRun {
    private let trial: Trial
    private let stage: SimulatedStage
    /// The machine outside.
    private let outside: SimulatedHost
    /// The sandbox, in whose machine the steps are performed.
    private let sandbox: SimulatedSandbox
    private var places: Places
    private var people: [Actor: ProcessIdentifier]

    init(_ trial: Trial, on stage: SimulatedStage) throws {
        self.trial = trial
        self.stage = stage
        places = stage.places
        people = stage.people
        places["workspace"] = "$home/\(trial.scenario.workspace)"
        for text in trial.scenario.policy.paths { _ = try places.resolve(text, asPath: true) }
        var machine = stage.machine
        var user = stage.people[.user] ?? SimulatedMachine.system
        if let place = trial.scenario.policy.temporary {
            let path = try places.resolve(place, asPath: true)
            let variables = (machine.processes[user]?.environment ?? []).map { entry in
                ["TEMP", "TMP"].contains(entry.name) ? EnvironmentEntry(entry.name, path) : entry
            }
            user = try machine.createProcess(
                ProcessStart(image: "cmd.exe", commandLine: "cmd", environment: variables), by: user)
            people[.user] = user
        }
        if trial.scenario.ending == .abandoned {
            user = try machine.createProcess(ProcessStart(image: "codex.exe", commandLine: "codex"), by: user)
        }
        outside = SimulatedHost(machine, user: user)
        sandbox = SimulatedSandbox(host: outside, design: stage.design).entered()
        for companion in trial.scenario.companions {
            let process = trial.isConfined ? try start(companion.actor) : user
            places[companion.rawValue] = "\(process.rawValue)"
        }
    }

    /// The machine outside as it is now.
    var machine: SimulatedMachine { outside.machine }

    /// Performs the steps, starting a command for each run of steps by the same actor.
    func perform() throws -> [SimulatedCall.Result] {
        var runs: [(actor: Actor, attempts: [Attempt])] = []
        for attempt in trial.scenario.attempts {
            let actor = trial.performer(of: attempt)
            if runs.last?.actor == actor {
                runs[runs.count - 1].attempts.append(attempt)
            } else {
                runs.append((actor, [attempt]))
            }
        }
        var results: [SimulatedCall.Result] = []
        for (index, run) in runs.enumerated() {
            guard run.actor != .tools else {
                results += try run.attempts.map(write)
                continue
            }
            let process: ProcessIdentifier
            var session: CommandSession?
            do {
                if run.actor.isSandboxed, isWatched(run.attempts, isLast: index == runs.count - 1) {
                    session = try open(run.actor)
                }
                process = try self.process(of: run.actor, startedAs: session?.command.process)
            } catch {
                // What an earlier command could not do because it did not start, the later ones will tell.
                guard index < runs.count - 1 else { throw error }
                continue
            }
            let call = call(by: process, in: sandbox.host)
            results += run.attempts.map { call.perform($0, explainsGrant: stage.explainsGrants) }
            if run.actor.isSandboxed {
                end(process, &session, index == runs.count - 1 ? trial.scenario.ending : .byItself)
            } else if holdsOutput(run.attempts) {
                sandbox.host.machine.passTime(Self.patience)
            }
        }
        return results
    }

    /// For how many milliseconds a caller waits for the end of a command.
    private static let patience: UInt64 = 24 * 3600 * 1000

    private func holdsOutput(_ attempts: [Attempt]) -> Bool { attempts.contains { $0.verb.name == "hold-output" } }

    /// Whether it matters what the caller sees of a command.
    private func isWatched(_ attempts: [Attempt], isLast: Bool) -> Bool {
        isLast && trial.scenario.ending != .byItself || holdsOutput(attempts)
    }

    /// Ends a command, and waits as its caller does.
    private func end(_ process: ProcessIdentifier, _ session: inout CommandSession?, _ ending: Ending) {
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

    /// Performs the steps and looks at the evidence.
    func observe() throws -> Observation {
        let results = try perform()
        if let missing = results.first(where: { $0.observation.verdict == .notApplicable }) {
            return missing.observation
        }
        guard let last = results.last else {
            return Observation(verdict: .notApplicable, answer: "nobody to attempt it")
        }
        guard last.isSuccess else {
            // When the last step fails for want of something, an earlier failure is why it is missing.
            let isMissing = last.observation.layers == [WindowsLayer.names]
            return (isMissing ? results.first { !$0.isSuccess } : nil)?.observation ?? last.observation
        }
        guard let evidence = trial.scenario.evidence else { return last.observation }
        let look = look(evidence)
        return look.isSuccess
            ? last.observation
            : Observation(
                verdict: .denied, layers: [WindowsLayer.unseen], answer: "unseen: \(look.observation.answer)",
                derivation: ["it went through, but without the effect"] + look.observation.derivation)
    }

    /// Performs a step on the machine outside.
    ///
    /// - Parameters:
    ///   - attempt: the step, by somebody who is not sandboxed.
    ///   - tool: the program that the actor starts for it; nothing when the actor does it.
    /// - Returns: what came of it.
    func look(_ attempt: Attempt, with tool: String? = nil) -> SimulatedCall.Result {
        let actor = people[attempt.actor] ?? outside.user
        let process = tool.flatMap { tool in
            try? outside.machine.createProcess(ProcessStart(image: tool, commandLine: tool), by: actor)
        }
        return call(by: process ?? actor, in: outside).perform(attempt)
    }

    private func call(by process: ProcessIdentifier, in host: SimulatedHost) -> SimulatedCall {
        SimulatedCall(
            host: host, process: process, places: places, people: people, inherited: stage.inherited,
            startNext: { _ = try? start(.sandbox) })
    }

    /// Who makes an actor's attempts: a person, a command that was started for it, or a child of one.
    private func process(of actor: Actor, startedAs command: ProcessIdentifier?) throws -> ProcessIdentifier {
        guard actor.isSandboxed else { return people[actor] ?? outside.user }
        let tools = (actor == .grandchild ? ["cmd.exe", "cmd.exe"] : []) + [stage.tool].compactMap(\.self)
        return try tools.reduce(try command ?? start(actor)) { process, tool in
            try sandbox.host.machine.createProcess(ProcessStart(image: tool, commandLine: tool), by: process)
        }
    }

    /// Writes a file as the agent's own tools do.
    private func write(_ attempt: Attempt) throws -> SimulatedCall.Result {
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
    private func start(_ actor: Actor) throws -> ProcessIdentifier { try sandbox.start(try plan(actor)).process }

    /// Starts one that stays until it is ended, seen by its caller.
    private func open(_ actor: Actor) throws -> CommandSession {
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
        let request = SandboxPolicy(
            mode: mode.sandboxMode, workspace: try path(workspace),
            writableRoots: try policy.writableRoots.map(path), readOnlyPaths: try policy.readOnly.map(path),
            deniedPaths: try policy.denyRead.map(path), network: mode.network)
        return try sandbox.plan(request, arguments: arguments)
    }
}
