/// What a field of an event holds; every encoding has a form for it.
public enum AuditValue: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A number.
    case number(Int)
    /// Texts in order.
    case texts([String])
}
