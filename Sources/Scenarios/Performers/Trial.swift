/// One cell of the matrix to be filled: a scenario in a mode, or its control.
public struct Trial: Sendable {
    /// The scenario.
    public let scenario: Scenario
    /// The mode; nothing for the control, which is the same attempt by the actor of the control.
    public let mode: Mode?

    /// Makes a trial.
    ///
    /// - Parameters:
    ///   - scenario: the scenario.
    ///   - mode: the mode; nothing for the control.
    public init(_ scenario: Scenario, in mode: Mode?) {
        self.scenario = scenario
        self.mode = mode
    }

    /// Whether the sandboxed commands are in a sandbox.
    var isConfined: Bool { mode != nil && mode != .fullAccess }

    /// Who does what the sandboxed commands do: without a sandbox the person, or the actor of the control.
    func performer(of attempt: Attempt) -> Actor {
        guard attempt.actor.isSandboxed else { return attempt.actor }
        switch mode {
        case .fullAccess?: return .user
        case nil:
            guard case .succeeds(let actor) = scenario.control else { return .user }
            return actor
        default: return attempt.actor
        }
    }

    /// The attempts in order, those together that one actor makes one after the other.
    var runs: [(actor: Actor, attempts: [Attempt])] {
        var runs: [(actor: Actor, attempts: [Attempt])] = []
        for attempt in scenario.attempts {
            let actor = performer(of: attempt)
            if runs.last?.actor == actor {
                runs[runs.count - 1].attempts.append(attempt)
            } else {
                runs.append((actor, [attempt]))
            }
        }
        return runs
    }
}
