import LinuxPlatform
import SandboxModel

/// The undoing of grants; the ledger forgets a root only after its files have forgotten the group id.
struct RevokedGrants {
    let store: LedgerStore
    /// The ids of every installation whose entries are to go.
    let identities: Set<GrantLedger.Identities>
    private let grants = OwnerGrants(progress: ProgressNote.show)

    init(store: LedgerStore, identities: Set<GrantLedger.Identities>) {
        self.store = store
        self.identities = identities
    }

    /// Reads the ledger.
    static func read(_ store: LedgerStore) throws(CommandFailure) -> GrantLedger {
        do throws(LedgerError) {
            return try store.read()
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Takes everything back that was granted on a root.
    ///
    /// - Returns: how many files and directories changed.
    func revoke(_ root: HostPath, ledger: GrantLedger) throws(CommandFailure) -> Int {
        let former = ledger.former.filter { $0.root == root }.map(\.group)
        let reports =
            try withdraw([ledger.roots[root]?.group].compactMap(\.self) + former, from: root, ledger: ledger)
            + (ledger.readable.contains(root) ? try withdrawReading(root, ledger: ledger) : [])
        try update { ledger in
            ledger.remove(root)
            ledger.readable.remove(root)
            ledger.former = ledger.former.filter { $0.root != root }
            // Other grants on the tree, of a root inside this one, keep their images.
            for report in reports { ledger.images.subtract(report.images) }
        }
        return reports.reduce(0) { $0 + $1.changed }
    }

    /// Takes back what was granted on a root to group ids that are no longer the user's.
    func revokeFormer(_ root: HostPath, ledger: GrantLedger) throws(CommandFailure) {
        let former = ledger.former.filter { $0.root == root }
        _ = try withdraw(former.map(\.group), from: root, ledger: GrantLedger())
        try update { ledger in ledger.former.subtract(former) }
    }

    /// Takes back what names the ids of an installation that is gone; the next pass grants to the present ones.
    func forgetIdentities(ledger: GrantLedger) throws(CommandFailure) {
        for (root, assignment) in ledger.roots {
            _ = try withdraw([assignment.group], from: root, ledger: GrantLedger())
        }
        for root in ledger.readable { _ = try withdrawReading(root, ledger: GrantLedger()) }
        try close(ledger.traversed.sorted(), ledger: GrantLedger())
        try update { ledger in ledger.identities.subtract(identities) }
    }

    /// Closes the directories above roots that are gone.
    ///
    /// - Returns: the directories.
    func revokeTraversals() throws(CommandFailure) -> [HostPath] {
        let ledger = try Self.read(store)
        let directories = ledger.unneededTraversals
        try close(directories, ledger: ledger)
        try update { ledger in
            ledger.traversed.subtract(directories)
            ledger.images = ledger.images.filter { image in !directories.contains { $0.bytes == image.path } }
            if ledger.grantsNothing { ledger.identities = [] }
        }
        return directories
    }

    private func withdraw(
        _ groups: [UInt32], from root: HostPath, ledger: GrantLedger
    ) throws(CommandFailure) -> [GrantReport] {
        let images = Array(ledger.images)
        var reports: [GrantReport] = []
        for group in groups {
            do throws(GrantError) {
                reports += try passes(root, capability: group) { request throws(GrantError) in
                    try grants.revoke(request, images: images)
                }
            } catch {
                throw CommandFailure(error)
            }
        }
        return reports
    }

    private func withdrawReading(_ root: HostPath, ledger: GrantLedger) throws(CommandFailure) -> [GrantReport] {
        let images = Array(ledger.images)
        do throws(GrantError) {
            return try passes(root) { request throws(GrantError) in try grants.revokeRead(request, images: images) }
        } catch {
            // Reading was asked for and needed no grant, as WorkspaceGrants has it.
            guard error.code == .foreignRoot || error.code == .notADirectory else { throw CommandFailure(error) }
            return []
        }
    }

    private func close(_ directories: [HostPath], ledger: GrantLedger) throws(CommandFailure) {
        guard !directories.isEmpty else { return }
        let paths = Set(directories.map(\.bytes))
        let images = ledger.images.filter { paths.contains($0.path) }
        do throws(GrantError) {
            for identities in identities {
                _ = try grants.revokeTraverse(directories, users: identities.readers, images: Array(images))
            }
        } catch {
            throw CommandFailure(error)
        }
    }

    /// One pass for each installation; none over what does not exist any more.
    private func passes(
        _ root: HostPath, capability: UInt32? = nil, _ body: (GrantRequest) throws(GrantError) -> GrantReport
    ) throws(GrantError) -> [GrantReport] {
        var reports: [GrantReport] = []
        for identities in identities {
            var request = GrantRequest(root: root, capability: capability ?? identities.readers, naming: identities)
            request.includePrivate = true
            do throws(GrantError) {
                let report = try body(request)
                ProgressNote.wipe(after: report.elapsed)
                reports.append(report)
            } catch {
                guard error.code == .notFound else { throw error }
            }
        }
        return reports
    }

    private func update(_ change: (inout GrantLedger) -> Void) throws(CommandFailure) {
        do throws(LedgerError) {
            try store.update { ledger throws(LedgerError) in change(&ledger) }
        } catch {
            throw CommandFailure(error)
        }
    }
}
