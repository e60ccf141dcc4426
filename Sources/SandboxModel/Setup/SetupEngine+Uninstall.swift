extension SetupEngine {
    /// Reverts every recorded effect, the last one first, and removes the journal.
    ///
    /// - Returns: what was done, in order.
    /// - Throws: the first step that failed; running again goes on from there.
    public mutating func uninstall() throws(SetupError) -> [SetupOutcome] {
        var outcomes: [SetupOutcome] = []
        for entry in journal.entries.reversed() {
            try undo(entry)
            outcomes.append(SetupOutcome(entry.effect, entry.image == .existing ? .leave : .revert))
        }
        try store.remove()
        journal = Journal()
        return outcomes
    }

    /// Reverts one effect; one that was there before setup came stays.
    mutating func undo(_ entry: Journal.Entry) throws(SetupError) {
        if entry.progress != .undoing {
            try write(.undo(entry.effect))
        }
        if entry.image != .existing {
            try step(entry.effect) { platform throws(SetupError) in
                try platform.revert(entry.effect, to: entry.image)
            }
        }
        try write(.undone(entry.effect))
    }
}
