/// An event with when and by whom.
public struct AuditRecord: Hashable, Sendable {
    /// When, in milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int64
    /// The user id of the caller.
    public var user: UInt32
    /// The process id of the program that did or refused it; the events of one run share it.
    public var process: Int32
    /// The event.
    public var event: AuditEvent

    /// Makes a record.
    ///
    /// - Parameters:
    ///   - milliseconds: when, in milliseconds since 1970-01-01T00:00:00Z.
    ///   - user: the user id of the caller.
    ///   - process: the process id of the program.
    ///   - event: the event.
    public init(milliseconds: Int64, user: UInt32, process: Int32, event: AuditEvent) {
        self.milliseconds = milliseconds
        self.user = user
        self.process = process
        self.event = event
    }
}
