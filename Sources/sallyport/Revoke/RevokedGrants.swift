import LinuxPlatform
import SandboxModel

/// The undoing of grants; the ledger forgets a root only after its files have forgotten the group id.
struct RevokedGrants {
    let store: LedgerStore
    let registry: Registry
    let readers: UInt32
    private let grants = OwnerGrants(progress: ProgressNote.show)

    init(store: LedgerStore, registry: Registry, readers: UInt32) {
        self.store = store
        self.registry = registry
        self.readers = readers
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
    func revoke(_ root: HostPath, ledger: GrantLedger) throws(CommandFailure) {
        let images = Array(ledger.images)
        let groups =
            [ledger.roots[root]?.group].compactMap(\.self) + ledger.former.filter { $0.root == root }.map(\.group)
        var reports: [GrantReport] = []
        for group in groups {
            reports += try pass(root) { request throws(GrantError) in
                var request = request
                request.capability = group
                return try grants.revoke(request, images: images)
            }
        }
        if ledger.readable.contains(root) {
            reports += try pass(root) { request throws(GrantError) in
                try grants.revokeRead(request, images: images)
            }
        }
        let changed = reports.reduce(0) { $0 + $1.changed }
        try update { ledger in
            ledger.remove(root)
            ledger.readable.remove(root)
            ledger.former = ledger.former.filter { $0.root != root }
            // Other grants on the tree, of a root inside this one, keep their images.
            for report in reports { ledger.images.subtract(report.images) }
        }
        try StandardOutput.write("\(root): \(changed) files and directories changed\n")
    }

    /// Closes the directories above roots that are gone.
    func revokeTraversals() throws(CommandFailure) {
        let ledger = try Self.read(store)
        let directories = ledger.unneededTraversals
        guard !directories.isEmpty else { return }
        do throws(GrantError) {
            let paths = Set(directories.map(\.bytes))
            _ = try grants.revokeTraverse(
                directories, users: readers, images: ledger.images.filter { paths.contains($0.path) })
        } catch {
            throw CommandFailure(error)
        }
        try update { ledger in
            ledger.traversed.subtract(directories)
            ledger.images = ledger.images.filter { image in !directories.contains { $0.bytes == image.path } }
        }
        for directory in directories { try StandardOutput.write("\(directory): closed again\n") }
    }

    private func pass(
        _ root: HostPath, _ body: (GrantRequest) throws(GrantError) -> GrantReport
    ) throws(CommandFailure) -> [GrantReport] {
        let request = GrantRequest(
            root: root, capability: readers, users: readers,
            offline: registry.offline.identifier, online: registry.online.identifier, includePrivate: true)
        do throws(GrantError) {
            let report = try body(request)
            ProgressNote.wipe(after: report.elapsed)
            return [report]
        } catch {
            guard error.code == .notFound else { throw CommandFailure(error) }
            return []
        }
    }

    private func update(_ change: (inout GrantLedger) -> Void) throws(CommandFailure) {
        do throws(LedgerError) {
            try store.update { ledger throws(LedgerError) in change(&ledger) }
        } catch {
            throw CommandFailure(error)
        }
    }
}
