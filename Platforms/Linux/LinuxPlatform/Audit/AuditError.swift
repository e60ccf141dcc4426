/// Why events could not be recorded.
public struct AuditError: Error, Hashable, Sendable {
    /// What was tried, for example `open`.
    public let operation: String
    /// On what.
    public let path: String
    /// The error number of the system call, or 0.
    public let systemError: Int32
}
