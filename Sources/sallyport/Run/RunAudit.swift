import LinuxPlatform
import SandboxModel

/// The audit trail of one run, and the warnings that belong to its events.
struct RunAudit {
    private let trail: AuditTrail
    /// Whether the user asked for the record by name; then nothing is done that cannot be recorded.
    private let isRequired: Bool

    /// Finds out where the record is kept.
    ///
    /// - Parameters:
    ///   - destination: the value of `--audit`, or nothing.
    ///   - store: the user's ledger, beside which the record is kept otherwise.
    /// - Throws: `CommandFailure` when the value is no path.
    init(_ destination: String?, store: LedgerStore) throws(CommandFailure) {
        isRequired = destination != nil
        switch destination {
        case nil: trail = AuditTrail(.state(store))
        case "-": trail = AuditTrail(.standardError)
        case let text?: trail = AuditTrail(.file(try PolicyOptions.path(text, of: "--audit")))
        }
    }

    /// Refuses a file that the command itself could change.
    func check(_ policy: ResolvedPolicy) throws(CommandFailure) {
        guard case .file(let path) = trail.destination else { return }
        let directory = path.parent.flatMap { LinuxHostFacts.canonical($0.bytes) }
        guard let root = policy.writableRoots.first(where: { directory?.isWithin($0) ?? false }) else { return }
        throw CommandFailure(
            .usage, "--audit: '\(path)' lies in the writable root '\(root)', where the command could change it",
            remedy: "name a file outside of the roots")
    }

    /// Keeps an event for the next write.
    func record(_ event: AuditEvent) { trail.record(event) }

    /// Keeps a weakening, and says it: one option, one warning, one event.
    ///
    /// - Parameters:
    ///   - weakening: what the caller gave up.
    ///   - quietly: whether the warning is for people alone, because it is a choice that scripts make knowingly.
    func record(_ weakening: Weakening, quietly: Bool = false) {
        trail.record(.weakened(weakening))
        if !quietly || StandardError.isTerminal { StandardError.note(weakening.explanation, as: .warning) }
    }

    /// Writes what was kept, before anything is done.
    ///
    /// - Throws: `CommandFailure` when it cannot be written and the user asked for it.
    func begin() throws(CommandFailure) {
        guard let failure = flush() else { return }
        guard !isRequired else { throw failure }
        StandardError.note(failure.problem, as: .warning)
    }

    /// Writes the last event; by then the command has run, so that a failure is a warning.
    func end(_ event: AuditEvent) {
        trail.record(event)
        if let failure = flush() { StandardError.note(failure.problem, as: .warning) }
    }

    private func flush() -> CommandFailure? {
        do throws(AuditError) {
            try trail.flush()
            return nil
        } catch {
            return CommandFailure(
                .inputOutput,
                "\(error.operation) '\(error.path)' for the audit trail: \(SystemReason.text(error.systemError))",
                remedy: "name another file with --audit, or leave it out")
        }
    }
}
