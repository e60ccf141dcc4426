/// Applies, looks after and reverts plans of effects, with a journal written ahead.
///
/// Every step is announced durably before it is taken and acknowledged after it, so that after a crash at any point the
/// next run finishes or undoes. The engine does nothing when a step fails: a failure and a crash leave the same trace.
public struct SetupEngine<Platform: SetupPlatform, Store: JournalStore> {
    /// The machine.
    public internal(set) var platform: Platform
    var store: Store
    var journal = Journal()

    /// Opens the journal of a machine.
    ///
    /// - Parameters:
    ///   - platform: the machine.
    ///   - store: where the journal is kept.
    /// - Throws: `.corruptJournal` when the journal cannot be believed, or what the store threw.
    public init(platform: Platform, store: Store) throws(SetupError) {
        self.platform = platform
        self.store = store
        guard let bytes = try self.store.read() else { return }
        do throws(JournalError) {
            journal = try Journal(parsing: bytes)
        } catch {
            throw SetupError(
                .corruptJournal, action: "read", subject: "the setup journal",
                detail: "line \(error.line) (offset \(error.offset)): \(error.reason.rawValue)",
                remedy: "restore the file from a backup; what it says is the only record of what was there before")
        }
    }

    /// The effects that the journal knows, in the order of their beginning.
    public var recorded: [Journal.Entry] { journal.entries }

    /// Writes a record and returns when it is durable.
    mutating func write(_ record: JournalRecord) throws(SetupError) {
        var next = journal
        do throws(JournalError.Reason) {
            try next.add(record)
        } catch {
            throw SetupError(.corruptJournal, action: "record", subject: record.line, detail: error.rawValue)
        }
        let text = (journal.length == 0 ? JournalRecord.header : "") + record.line
        try store.append(Array(text.utf8), after: journal.length)
        next.length += text.utf8.count
        journal = next
    }

    /// Names the effect in the errors of a step.
    mutating func step<Result>(
        _ effect: Effect, _ body: (inout Platform) throws(SetupError) -> Result
    ) throws(SetupError) -> Result {
        do throws(SetupError) {
            return try body(&platform)
        } catch {
            throw error.during(effect)
        }
    }

    mutating func capture(_ effect: Effect) throws(SetupError) -> BeforeImage {
        let journal = journal
        return try step(effect) { platform throws(SetupError) in try platform.capture(effect, after: journal) }
    }

    mutating func inspect(_ effect: Effect) throws(SetupError) -> EffectState {
        let image = journal[effect]?.image
        return try step(effect) { platform throws(SetupError) in try platform.inspect(effect, recorded: image) }
    }
}
