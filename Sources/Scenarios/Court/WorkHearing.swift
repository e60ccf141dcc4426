/// One workload under one design: in the sandbox, and done by the person beside it.
struct WorkHearing {
    let workload: Workload
    let stage: SimulatedStage

    /// What came of it.
    var work: CourtReport.Work {
        let inside = inside
        let beside = beside
        return CourtReport.Work(
            workload: workload.id, title: workload.title, mode: workload.mode, steps: workload.steps.count,
            failures: inside, failuresBeside: beside)
    }

    /// The failures in the sandbox.
    private var inside: [CourtReport.Failure] {
        let results: [SimulatedCall.Result]
        let run: SimulatedRun
        do {
            run = try SimulatedRun(workload.trial(in: workload.mode), on: stage)
            results = try run.perform()
        } catch {
            return [
                CourtReport.Failure(
                    step: "start", goesOnBecause: nil, answer: "not started: \(error)",
                    derivation: ["the launch refused: \(error)"])
            ]
        }
        let failures = zip(workload.steps, results).compactMap { step, result in
            result.isSuccess
                ? nil : CourtReport.Failure(step.attempt, result.observation, goesOnBecause: step.goesOnBecause)
        }
        guard failures.allSatisfy({ !$0.isNeeded }) else { return failures }
        return failures
            + workload.evidence.compactMap { evidence in
                let look = run.look(evidence)
                return look.isSuccess ? nil : CourtReport.Failure(evidence, look.observation, goesOnBecause: nil)
            }
    }

    /// The failures of the same work, done by the person while a command is in the sandbox.
    private var beside: [CourtReport.Failure] {
        guard let run = try? SimulatedRun(workload.idle, on: stage) else { return [] }
        // A command that does not start stands in nobody's way but its own.
        _ = try? run.perform()
        return workload.steps.compactMap { step in
            let attempt = Attempt(actor: .user, verb: step.attempt.verb, arguments: step.attempt.arguments)
            let result = run.look(attempt, with: Court.tool)
            return result.isSuccess
                ? nil : CourtReport.Failure(attempt, result.observation, goesOnBecause: step.goesOnBecause)
        }
    }
}

extension Workload {
    /// A command in the workspace, offline, that only looks.
    var idle: Trial {
        let look = Verb.named("status").map {
            Attempt(actor: .sandbox, verb: $0, arguments: ["$workspace"])
        }
        return Trial(
            Scenario(
                id: "idle", title: title, sources: [], file: file, group: "", host: host, workspace: workspace,
                policy: PolicyAdditions(), attempts: [look].compactMap(\.self), ending: .byItself, evidence: nil,
                control: .succeeds(.user), verdicts: [:], expectations: [:]), in: .offline)
    }
}
