extension SetupEngine {
    /// Looks at every recorded effect and at every effect of a plan; changes nothing.
    ///
    /// - Parameter plan: what should be there even if nothing was recorded.
    /// - Returns: what is there now, in the order of the plan, then of the journal, the marker last.
    /// - Throws: when the machine cannot be looked at.
    public mutating func verify(_ plan: SetupPlan) throws(SetupError) -> [EffectStatus] {
        var statuses: [EffectStatus] = []
        for effect in SetupPlan(effects: plan.effects + journal.entries.map(\.effect)).effects {
            let state = try inspect(effect)
            statuses.append(EffectStatus(effect: effect, state: state, isRecorded: journal[effect] != nil))
        }
        return statuses
    }

    /// Says what `install` would do; changes nothing.
    ///
    /// - Parameter plan: what would be installed.
    /// - Returns: one outcome for each effect of the plan.
    /// - Throws: the conflict that `install` would stop at.
    public mutating func preview(_ plan: SetupPlan) throws(SetupError) -> [SetupOutcome] {
        var outcomes: [SetupOutcome] = []
        for effect in plan.effects {
            let next: SetupOutcome.Step
            switch journal[effect]?.progress {
            case .begun, .done: next = try inspect(effect) == .inForce ? .keep : .repair
            case .undoing: next = .apply
            case nil:
                let image = try capture(effect)
                next = image == .existing ? .adopt : try inspect(effect) == .inForce ? .keep : .apply
            }
            outcomes.append(SetupOutcome(effect, next))
        }
        return outcomes
    }

    /// Says what `uninstall` would do; changes nothing.
    ///
    /// - Returns: one outcome for each recorded effect, the last one first.
    public func previewUninstall() -> [SetupOutcome] {
        journal.entries.reversed().map { SetupOutcome($0.effect, $0.image == .existing ? .leave : .revert) }
    }
}
