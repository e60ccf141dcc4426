/// One line of the write-ahead journal.
public enum JournalRecord: Hashable, Sendable {
    /// The effect is about to be applied; the image says what is there before.
    case begin(Effect, BeforeImage)
    /// The effect is in force.
    case done(Effect)
    /// The effect is about to be reverted.
    case undo(Effect)
    /// The effect is reverted.
    case undone(Effect)
}
