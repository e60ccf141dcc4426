internal import SandboxModel
internal import SimulatedWindows
internal import WindowsSecurity

/// A simulated machine with a host's files and a design installed, on which one trial is performed.
final class SimulatedStage {
    let sandbox: SimulatedSandbox
    let places: Places
    /// The processes of those who are not sandboxed.
    let people: [Actor: ProcessIdentifier]

    /// Builds the host and installs the design.
    init(host: Host, design: SandboxDesign) throws {
        let (machine, alice) = try SimulatedMachine.workstation()
        sandbox = SimulatedSandbox(host: SimulatedHost(machine, user: alice), design: design)
        people = [
            .user: alice, .other: try sandbox.host.machine.logOn("bob", password: "correct horse bob"),
            .administrator: SimulatedMachine.system,
        ]
        var places = host.places[.windows] ?? Places(system: .windows, values: [:])
        for (actor, name) in [(Actor.user, "pid-user"), (.other, "pid-other")] {
            guard let parent = people[actor] else { continue }
            let process = try sandbox.host.machine.createProcess(
                ProcessStart(image: "cmd.exe", commandLine: "cmd"), by: parent)
            places[name] = "\(process.rawValue)"
        }
        self.places = places
        try HostBuilder(host: host, machine: sandbox.host, places: places, people: people).build()
        for _ in 0..<2 { sandbox.host.machine.answerConsent(.approve) }
        try sandbox.install()
        for _ in 0..<8 { sandbox.host.machine.answerConsent(.approve) }
    }

    private init(_ other: SimulatedStage) {
        sandbox = SimulatedSandbox(
            host: SimulatedHost(
                other.sandbox.host.machine, user: other.sandbox.host.user, home: other.sandbox.host.installation.home),
            design: other.sandbox.design)
        places = other.places
        people = other.people
    }

    /// An independent copy in the same state.
    func fork() -> SimulatedStage { SimulatedStage(self) }

    /// Performs one trial; a fork is good for one.
    func perform(_ trial: Trial) -> Observation {
        do {
            return try run(trial)
        } catch let failure as SandboxFailure {
            return Observation(
                verdict: .denied, layers: [WindowsLayer.launch], answer: "not started: \(failure)",
                derivation: ["the launch refused: \(failure)"])
        } catch let error as PlaceError {
            return Observation(verdict: .notApplicable, answer: error.reason)
        } catch {
            return Observation(
                verdict: .denied, layers: [WindowsLayer.launch], answer: "not started: \(error)",
                derivation: ["the launch refused: \(error)"])
        }
    }

    private func run(_ trial: Trial) throws -> Observation {
        var places = places
        places["workspace"] = "$home/\(trial.scenario.workspace)"
        let sandbox = sandbox.entered()
        var processes = people
        for actor in [Actor.sandbox, .second] where trial.scenario.attempts.contains(where: { $0.actor == actor }) {
            guard let mode = trial.mode, mode != .fullAccess else { continue }
            processes[actor] = try start(trial, mode, actor, sandbox, places)
        }
        for (index, attempt) in trial.scenario.attempts.enumerated() {
            guard let process = processes[trial.performer(of: attempt)] else { continue }
            let call = SimulatedCall(host: sandbox.host, process: process, places: places, people: processes)
            let result = call.perform(attempt)
            guard index == trial.scenario.attempts.count - 1 || !result.isSuccess else { continue }
            guard result.isSuccess, let evidence = trial.scenario.evidence else { return result.observation }
            let look = SimulatedCall(
                host: self.sandbox.host, process: people[evidence.actor] ?? host.user, places: places, people: people
            ).perform(evidence)
            return look.isSuccess
                ? result.observation
                : Observation(
                    verdict: .denied, layers: [WindowsLayer.names], answer: "unseen: \(look.observation.answer)",
                    derivation: ["it went through, but on something private"])
        }
        return Observation(verdict: .notApplicable, answer: "nobody to attempt it")
    }

    private var host: SimulatedHost { sandbox.host }

    /// Starts a sandboxed command in its workspace.
    private func start(
        _ trial: Trial, _ mode: Mode, _ actor: Actor, _ sandbox: SimulatedSandbox, _ places: Places
    ) throws -> ProcessIdentifier {
        func path(_ text: String) throws -> HostPath {
            try HostPath(windows: try FilePath(try places.resolve(text, asPath: true)))
        }
        let additions = actor == .sandbox ? trial.scenario.policy : PolicyAdditions()
        let policy = SandboxPolicy(
            mode: mode.sandboxMode, workspace: try path(actor == .sandbox ? "$workspace" : "$home/second"),
            writableRoots: try additions.writableRoots.map(path), readOnlyPaths: try additions.readOnly.map(path),
            deniedPaths: try additions.denyRead.map(path), network: mode.network)
        return try sandbox.start(try sandbox.plan(policy, arguments: ["cmd.exe"])).process
    }
}
