import FuzzDriver
import LinuxPlatform
import SandboxModel

/// The readers of what programs of different powers hand each other; what they take must print and read as itself.
enum FileParser: String, FuzzedParser {
    /// What a launch asks of the runner.
    case request
    /// Which principals and groups there are.
    case registry
    /// Which grants a user has made.
    case ledger
    /// What setup has done.
    case journal
    /// What the runner answers.
    case report

    func feed(_ bytes: [UInt8]) {
        switch self {
        case .request:
            if let request = try? LaunchRequest(parsing: bytes) {
                precondition((try? LaunchRequest(parsing: request.encoded)) == request)
            }
        case .registry:
            if let registry = try? Registry(parsing: bytes) {
                precondition((try? Registry(parsing: registry.encoded)) == registry)
            }
        case .ledger:
            if let ledger = try? GrantLedger(parsing: bytes) {
                precondition((try? GrantLedger(parsing: ledger.bytes)) == ledger)
            }
        case .journal:
            // The first line is given, so that every input gets as far as the records.
            if let journal = try? Journal(parsing: Array(JournalRecord.header.utf8) + bytes) {
                precondition(journal.length <= bytes.count + JournalRecord.header.utf8.count)
            }
        case .report: _ = try? RunnerReport(parsing: bytes)
        }
    }
}
