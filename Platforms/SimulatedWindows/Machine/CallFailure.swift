/// A failed call with what is needed to say why.
public struct CallFailure: Hashable, Sendable {
    /// The error.
    public let error: CallError
    /// Who called.
    public let process: ProcessIdentifier?
    /// The access check that refused, when one did.
    public let check: RecordedCheck?
}
