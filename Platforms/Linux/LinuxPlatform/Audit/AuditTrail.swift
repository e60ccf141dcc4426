internal import Glibc
public import SandboxModel

/// The record of one program's run: events are kept until `flush` appends them, all in one write(2).
public final class AuditTrail {
    /// Where the record is kept.
    public enum Destination: Sendable {
        /// Beside the user's ledger, where no sandbox sees it.
        case state(LedgerStore)
        /// A file that the user names, and no link; what is there stays.
        case file(HostPath)
        /// Standard error.
        case standardError
    }

    /// Where the record is kept.
    public let destination: Destination

    private var pending = ""
    private var file: Descriptor?

    /// Makes a trail; nothing is opened yet.
    ///
    /// - Parameter destination: where the record is kept.
    public init(_ destination: Destination) {
        self.destination = destination
    }

    /// Keeps an event, with the time that it is now.
    ///
    /// - Parameter event: what was done or refused.
    public func record(_ event: AuditEvent) {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        let milliseconds = Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
        pending +=
            AuditRecord(milliseconds: milliseconds, user: getuid(), process: getpid(), event: event).jsonLine
    }

    /// Appends what was kept.
    ///
    /// - Throws: `AuditError`; what could not be written is lost.
    public func flush() throws(AuditError) {
        guard !pending.isEmpty else { return }
        let bytes = Array(pending.utf8)
        pending = ""
        let descriptor = try open()
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                throw AuditError(operation: "write", path: path, systemError: errno)
            }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    private var path: String {
        switch destination {
        case .state(let store): store.auditPath
        case .file(let path): path.text
        case .standardError: "standard error"
        }
    }

    private func open() throws(AuditError) -> Int32 {
        if let file { return file.number }
        let opened: Int32
        switch destination {
        case .standardError: return STDERR_FILENO
        case .state(let store):
            do throws(LedgerError) {
                opened = try store.openAuditTrail()
            } catch {
                throw AuditError(operation: error.operation, path: error.path, systemError: error.systemError)
            }
        case .file(let path):
            let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW
            opened = unsafe Glibc.open(path.text, flags, 0o600)
        }
        guard opened >= 0 else { throw AuditError(operation: "open", path: path, systemError: errno) }
        file = Descriptor(owning: opened)
        return opened
    }
}
