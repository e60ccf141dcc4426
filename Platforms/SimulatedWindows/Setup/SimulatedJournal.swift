public import SandboxModel

/// The journal of setup as a file of the simulated machine.
public struct SimulatedJournal: JournalStore {
    let host: SimulatedHost
    let elevated: ProcessIdentifier

    /// Makes the store.
    ///
    /// - Parameters:
    ///   - host: the machine.
    ///   - elevated: the process that acts.
    public init(host: SimulatedHost, elevated: ProcessIdentifier) {
        self.host = host
        self.elevated = elevated
    }

    private var path: String { host.installation.home + #"\.sandbox-journal"# }

    private func failure(_ action: String, _ error: CallError) -> SetupError {
        SetupError(
            error.code == .accessDenied ? .notPermitted : .systemCall, action: action, subject: path,
            detail: error.description)
    }

    /// Reads the journal.
    ///
    /// - Returns: the bytes, or nothing when there is no journal.
    /// - Throws: `.notPermitted` when the process may not read the file, `.systemCall` when reading fails otherwise.
    public func read() throws(SetupError) -> [UInt8]? {
        do throws(CallError) {
            return try host.machine.readFile(path, by: elevated)
        } catch {
            guard error.code != .fileNotFound, error.code != .pathNotFound else { return nil }
            throw failure("read", error)
        }
    }

    /// Appends to the journal.
    ///
    /// - Parameters:
    ///   - bytes: one or more whole lines.
    ///   - length: how many bytes of the journal count; what lies behind them is cut off.
    /// - Throws: `.notPermitted` when the process may not write the file, `.systemCall` when writing fails otherwise.
    public func append(_ bytes: [UInt8], after length: Int) throws(SetupError) {
        let present = try read() ?? []
        do throws(CallError) {
            try host.machine.writeFile(path, Array(present.prefix(length)) + bytes, by: elevated)
        } catch {
            throw failure("write", error)
        }
    }

    /// Removes the journal.
    ///
    /// - Throws: `.notPermitted` when the process may not delete the file, `.systemCall` when deleting fails otherwise.
    public func remove() throws(SetupError) {
        do throws(CallError) {
            try host.machine.delete(path, by: elevated)
        } catch {
            guard error.code != .fileNotFound, error.code != .pathNotFound else { return }
            throw failure("remove", error)
        }
    }
}
