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
    public func read() throws(SetupError) -> [UInt8]? {
        do throws(CallError) {
            return try host.machine.readFile(path, by: elevated)
        } catch {
            guard error.code != .fileNotFound, error.code != .pathNotFound else { return nil }
            throw failure("read", error)
        }
    }

    /// Appends to the journal.
    public func append(_ bytes: [UInt8], after length: Int) throws(SetupError) {
        let present = try read() ?? []
        do throws(CallError) {
            try host.machine.writeFile(path, Array(present.prefix(length)) + bytes, by: elevated)
        } catch {
            throw failure("write", error)
        }
    }

    /// Removes the journal.
    public func remove() throws(SetupError) {
        do throws(CallError) {
            try host.machine.delete(path, by: elevated)
        } catch {
            guard error.code != .fileNotFound, error.code != .pathNotFound else { return }
            throw failure("remove", error)
        }
    }
}
