internal import SandboxModel
internal import SimulatedWindows
internal import WindowsSecurity

/// One design before the court.
struct Hearing {
    let court: Court
    let design: SandboxDesign
    /// The attempts to be made.
    let cases: [Trial]
    let progress: @Sendable (Int) -> Void

    /// The design's figures.
    func entry() throws(PerformerError) -> CourtReport.Entry {
        var stages: [String: SimulatedStage] = [:]
        var attempts: [CourtReport.Attempt] = []
        for trial in cases {
            attempts.append(attempt(trial, on: try stage(trial.scenario.host, &stages)))
            progress(1)
        }
        var works: [CourtReport.Work] = []
        for workload in court.workloads {
            let stage = try stage(workload.host, &stages)
            works.append(WorkHearing(workload: workload, stage: stage).work)
            progress(1)
        }
        let change: CourtReport.Change
        if let workload = court.workloads.first {
            change = ChangeHearing(workload: workload, stage: try stage(workload.host, &stages)).change
        } else {
            change = CourtReport.Change()
        }
        return CourtReport.Entry(
            design: design.name, summary: design.summary, attempts: attempts, works: works, change: change)
    }

    private func stage(
        _ host: Host, _ stages: inout [String: SimulatedStage]
    ) throws(PerformerError) -> SimulatedStage {
        if let known = stages[host.name] { return known }
        do {
            let stage = try SimulatedStage(
                host: host, design: design, tool: Court.tool, explainsGrants: court.explainsGrants)
            stages[host.name] = stage
            return stage
        } catch {
            throw PerformerError(
                "the host '\(host.name)' cannot be built on the simulated machine under \(design.name): \(error)")
        }
    }

    private func attempt(_ trial: Trial, on stage: SimulatedStage) -> CourtReport.Attempt {
        var observation = stage.perform(trial)
        if observation.verdict == .allowed, design.mechanism == .virtualMachine,
            let last = trial.scenario.attempts.last, !last.tells
        {
            observation = Observation(
                verdict: .denied, layers: [WindowsLayer.unseen],
                answer: "unseen: it was done on the copy, which is thrown away")
        }
        return CourtReport.Attempt(
            scenario: trial.scenario.id, title: trial.scenario.title, group: trial.scenario.group,
            mode: trial.mode ?? .fullAccess,
            isStopped: observation.verdict != .allowed, layers: observation.layers.sorted { $0.rawValue < $1.rawValue },
            answer: observation.answer, derivation: observation.verdict == .allowed ? observation.derivation : [])
    }
}

extension Attempt {
    /// Whether what it does tells something, or reaches somebody, though it is done on a copy of the machine.
    var tells: Bool {
        if verb.name == "ask-service" { return arguments.dropFirst().first != "create" }
        return Self.tellingVerbs.contains(verb.name)
    }

    private static let tellingVerbs: Set<String> = [
        "read", "list", "status", "open-by-handle", "open-below", "descriptors", "read-memory", "read-environment",
        "take-descriptor", "environment", "keyring", "connect", "send", "ping", "resolve", "bind", "listen",
    ]
}
