/// What a command may do in the temporary directories of its sandbox.
public enum TemporaryAccess: String, CaseIterable, Hashable, Sendable {
    /// Create, write and delete.
    case writable
    /// Look.
    case readOnly = "read-only"
}
