extension SetupEngine {
    /// Reverts what was done for one real user and leaves what all users share.
    ///
    /// - Parameter user: the real user who is to lose the sandbox.
    /// - Returns: what was done, in order.
    /// - Throws: `.notInstalled` when the user is not enrolled, or the first step that failed; running again goes on.
    public mutating func withdraw(_ user: RealUser) throws(SetupError) -> [SetupOutcome] {
        let entries = withdrawn(user)
        let marker = journal[.commitMarker]
        // Without entries there is still something to finish when a crash came before the marker was back.
        guard !entries.isEmpty || (marker?.progress != .done && !journal.entries.isEmpty) else {
            throw notEnrolled(user)
        }
        if let marker, !entries.isEmpty {
            // An installation that is being changed is not complete.
            try undo(marker)
        }
        var outcomes: [SetupOutcome] = []
        for entry in entries {
            try undo(entry)
            outcomes.append(SetupOutcome(entry.effect, entry.image == .existing ? .leave : .revert))
        }
        outcomes.append(SetupOutcome(.commitMarker, try bringIntoForce(.commitMarker)))
        return outcomes
    }

    /// Says what `withdraw` would do; changes nothing.
    ///
    /// - Parameter user: the real user.
    /// - Returns: one outcome for each effect that serves the user, the last one first.
    /// - Throws: `.notInstalled` when the user is not enrolled.
    public func previewWithdraw(_ user: RealUser) throws(SetupError) -> [SetupOutcome] {
        let entries = withdrawn(user)
        guard !entries.isEmpty else { throw notEnrolled(user) }
        return entries.map { SetupOutcome($0.effect, $0.image == .existing ? .leave : .revert) }
    }

    /// The users whom the journal knows, in the order of their enrolment.
    public var enrolled: [RealUser] {
        var seen: Set<RealUser> = []
        return journal.entries.compactMap(\.effect.user).filter { seen.insert($0).inserted }
    }

    private func withdrawn(_ user: RealUser) -> [Journal.Entry] {
        journal.entries.reversed().filter { $0.effect.user == user }
    }

    private func notEnrolled(_ user: RealUser) -> SetupError {
        SetupError(
            .notInstalled, action: "withdraw", subject: user.name, detail: "this user is not enrolled",
            remedy: "'sallyport-setup status' shows who is")
    }
}
