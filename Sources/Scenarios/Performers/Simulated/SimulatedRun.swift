internal import SandboxModel
internal import SimulatedWindows
internal import WindowsSecurity

/// One trial on a copy of a stage's machine.
struct SimulatedRun {
    let trial: Trial
    let stage: SimulatedStage
    /// The machine outside.
    let outside: SimulatedHost
    /// The sandbox, in whose machine the steps are performed.
    let sandbox: SimulatedSandbox
    /// The proxy that the commands have to use, when the policy has one.
    let proxy: EnforcedProxy?
    var places: Places
    var people: [Actor: ProcessIdentifier]

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
        let host = sandbox.host
        proxy = try trial.scenario.policy.proxy.map { try EnforcedProxy(on: host, to: $0) }
        for companion in trial.scenario.companions {
            let process = trial.isConfined ? try start(companion.actor) : user
            places[companion.rawValue] = "\(process.rawValue)"
        }
    }

    /// The machine outside as it is now.
    var machine: SimulatedMachine { outside.machine }

    /// Performs the steps, starting a command for each run of steps by the same actor.
    func perform() throws -> [SimulatedCall.Result] {
        let runs = trial.runs
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

    func call(by process: ProcessIdentifier, in host: SimulatedHost) -> SimulatedCall {
        SimulatedCall(
            host: host, process: process, places: places, people: people, inherited: stage.inherited,
            design: stage.design, proxy: proxy, startNext: { _ = try? start(.sandbox) })
    }
}
