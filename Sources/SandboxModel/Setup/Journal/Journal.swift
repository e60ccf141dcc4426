/// What the journal says: the effects that were begun and not yet reverted, in the order of their beginning.
public struct Journal: Hashable, Sendable {
    /// How far an effect came.
    public enum Progress: Hashable, Sendable {
        /// It was begun; the machine may show anything between before and in force.
        case begun
        /// It was in force.
        case done
        /// Reverting was begun; the machine may show anything between in force and before.
        case undoing
    }

    /// One effect that is not reverted.
    public struct Entry: Hashable, Sendable {
        /// The effect.
        public let effect: Effect
        /// What was there before it was begun.
        public let image: BeforeImage
        /// How far it came.
        public internal(set) var progress: Progress
    }

    /// The effects, in the order of their beginning.
    public private(set) var entries: [Entry] = []
    /// The effects that were begun and have been reverted, in the order of reverting.
    ///
    /// What was given away may bind for longer than the effect is in force: entries on files still name the group ids of
    /// a user who left, so that those are nobody else's.
    public private(set) var reverted: [Entry] = []
    /// How many bytes of the journal count; a torn line may stand behind them.
    public internal(set) var length = 0

    /// Makes an empty journal.
    public init() {}

    /// The entry of an effect, if it has one.
    ///
    /// - Parameter effect: the effect.
    public subscript(effect: Effect) -> Entry? {
        entries.first { $0.effect == effect }
    }

    /// Adds a record.
    ///
    /// - Parameter record: the next record.
    /// - Throws: `.order` when it does not follow from what was recorded.
    public mutating func add(_ record: JournalRecord) throws(JournalError.Reason) {
        switch record {
        case .begin(let effect, let image):
            guard self[effect] == nil else { throw .order }
            entries.append(Entry(effect: effect, image: image, progress: .begun))
        case .done(let effect): try move(effect, from: [.begun], to: .done)
        case .undo(let effect): try move(effect, from: [.begun, .done], to: .undoing)
        case .undone(let effect):
            guard let index = entries.firstIndex(where: { $0.effect == effect && $0.progress == .undoing })
            else { throw .order }
            reverted.append(entries.remove(at: index))
        }
    }

    private mutating func move(
        _ effect: Effect, from allowed: [Progress], to progress: Progress
    ) throws(JournalError.Reason) {
        guard let index = entries.firstIndex(where: { $0.effect == effect && allowed.contains($0.progress) })
        else { throw .order }
        entries[index].progress = progress
    }
}
