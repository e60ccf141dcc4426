extension SetupEngine {
    /// Brings every effect of a plan into force; what is in force already is not touched.
    ///
    /// - Parameter plan: what to install.
    /// - Returns: what was done, in order.
    /// - Throws: the first step that failed; running again goes on from there.
    public mutating func install(_ plan: SetupPlan) throws(SetupError) -> [SetupOutcome] {
        for entry in journal.entries.reversed() where entry.progress == .undoing {
            try undo(entry)
        }
        if let marker = journal[.commitMarker], try isOutstanding(plan) {
            // An installation that is being changed is not complete.
            try undo(marker)
        }
        var outcomes: [SetupOutcome] = []
        for effect in plan.effects {
            outcomes.append(SetupOutcome(effect, try bringIntoForce(effect)))
        }
        return outcomes
    }

    /// Brings every recorded effect back into force.
    ///
    /// - Returns: what was done, in order.
    /// - Throws: `.notInstalled` without a record, `.interrupted` when the last install or uninstall did not end.
    public mutating func repair() throws(SetupError) -> [SetupOutcome] {
        guard !journal.entries.isEmpty else {
            throw SetupError(
                .notInstalled, action: "repair", subject: "the installation", detail: "nothing is installed",
                remedy: "run 'sallyport-setup install --for-user NAME'")
        }
        guard journal[.commitMarker] != nil, journal.entries.allSatisfy({ $0.progress == .done }) else {
            throw SetupError(
                .interrupted, action: "repair", subject: "the installation",
                detail: "the last install or uninstall did not run to its end",
                remedy: "run 'sallyport-setup install --for-user NAME' or 'sallyport-setup uninstall' again")
        }
        return try install(SetupPlan(effects: journal.entries.map(\.effect)))
    }

    private mutating func isOutstanding(_ plan: SetupPlan) throws(SetupError) -> Bool {
        for effect in plan.effects where effect != .commitMarker {
            if journal[effect]?.progress != .done { return true }
            if try inspect(effect) != .inForce { return true }
        }
        return false
    }

    mutating func bringIntoForce(_ effect: Effect) throws(SetupError) -> SetupOutcome.Step {
        if let entry = journal[effect] {
            let state = try inspect(effect)
            if state != .inForce {
                try apply(effect, over: entry.image)
            }
            if entry.progress == .begun {
                try write(.done(effect))
            }
            return state == .inForce ? .keep : .repair
        }
        let image = try capture(effect)
        try write(.begin(effect, image))
        let isNeeded = image == .existing ? false : try inspect(effect) != .inForce
        if isNeeded {
            try apply(effect, over: image)
        }
        try write(.done(effect))
        return image == .existing ? .adopt : isNeeded ? .apply : .keep
    }

    /// Applies an effect and believes it only when the machine shows it.
    private mutating func apply(_ effect: Effect, over image: BeforeImage) throws(SetupError) {
        let journal = journal
        try step(effect) { platform throws(SetupError) in
            try platform.apply(effect, over: image, after: journal)
        }
        let detail: String
        switch try inspect(effect) {
        case .inForce: return
        case .absent: detail = "it was applied, and nothing of it is there"
        case .drifted(let reason): detail = "it was applied, and \(reason)"
        }
        throw SetupError(
            .notInForce, action: "bring into force", subject: "'\(effect)'", detail: detail
        ).during(effect)
    }
}
