import Glibc
import LinuxPlatform
import SandboxModel

/// What the files of the roots must allow before an elevated command starts, put in force by their owner.
struct WorkspaceGrants {
    let enrolment: Enrolment
    let store: LedgerStore
    let includePrivate: Bool
    /// Told of every root on which something changed.
    let changed: (GrantChange) -> Void
    private let grants = OwnerGrants(progress: ProgressNote.show)

    init(
        enrolment: Enrolment, store: LedgerStore, includePrivate: Bool, changed: @escaping (GrantChange) -> Void
    ) {
        self.enrolment = enrolment
        self.store = store
        self.includePrivate = includePrivate
        self.changed = changed
    }

    /// Grants writing in the writable roots and reading in the readable ones.
    ///
    /// - Parameters:
    ///   - policy: the resolved policy.
    ///   - ledger: the ledger with the capabilities of the roots.
    ///   - homes: the user's home directories, which are never opened for reading as a whole.
    /// - Returns: programs in the roots that run with another identity and must not be written, although their lists may allow it.
    /// - Throws: `CommandFailure` when a root cannot be granted; what was granted until then is recorded.
    func apply(_ policy: ResolvedPolicy, ledger: GrantLedger, homes: [HostPath]) throws(CommandFailure) -> [[UInt8]] {
        try revokeFormer(ledger)
        var programs: [[UInt8]] = []
        var room = ledger.imageRoom
        for root in policy.writableRoots {
            guard let assignment = ledger.roots[root] else { continue }
            var request = request(root, capability: assignment.group, policy: policy)
            request.imageRoom = room
            guard let report = try pass(request, isReadOnly: false) else { continue }
            room -= report.imageLength
            programs += report.foreignPrograms
        }
        for root in policy.readableRoots where !homes.contains(where: { $0.isWithin(root) }) {
            _ = try pass(
                request(root, capability: ledger.readOnly?.group ?? enrolment.block.first), isReadOnly: true)
        }
        return programs
    }

    private func request(_ root: HostPath, capability: UInt32, policy: ResolvedPolicy? = nil) -> GrantRequest {
        var request = GrantRequest(root: root, capability: capability, naming: enrolment.identities)
        request.includePrivate = includePrivate
        request.extraProtected =
            policy?.protectedPaths.map(\.path).filter { $0 != root && $0.isWithin(root) } ?? []
        return request
    }

    /// One pass over a root, recorded before it changes anything that an undo needs to know.
    private func pass(_ request: GrantRequest, isReadOnly: Bool) throws(CommandFailure) -> GrantReport? {
        var recording: LedgerError?
        if isReadOnly, Self.isOwn(request.root) {
            do throws(LedgerError) {
                try record(&recording) { $0.readable.insert(request.root) }
            } catch {
                throw CommandFailure(error)
            }
        }
        do throws(GrantError) {
            _ = try grants.grantTraverse(request) { directory, image in
                try record(&recording) { ledger in
                    ledger.traversed.insert(directory)
                    if let image { ledger.images.insert(image) }
                }
            }
            let keep: OwnerGrants.ImageStore = { images in
                try record(&recording) { $0.images.formUnion(images) }
            }
            let report =
                isReadOnly
                ? try grants.grantRead(request, storing: keep) : try grants.grant(request, storing: keep)
            ProgressNote.wipe(after: report.elapsed)
            OmissionNote.show(report, root: request.root)
            if report.changed > 0 {
                changed(
                    GrantChange(
                        root: request.root, kind: isReadOnly ? .reading : .writing, changed: report.changed,
                        omitted: report.omitted.values.reduce(0, +)))
            }
            return report
        } catch {
            if let recording { throw CommandFailure(recording) }
            // What somebody else owns and everybody may read needs no grant.
            if isReadOnly, error.code == .foreignRoot || error.code == .notADirectory { return nil }
            throw CommandFailure(error)
        }
    }

    /// Whether the user can grant anything on a root; nobody has to take back what could not be granted.
    private static func isOwn(_ root: HostPath) -> Bool {
        var status = stat()
        return unsafe lstat(root.text, &status) == 0 && status.st_uid == getuid()
    }

    private func record(
        _ failure: inout LedgerError?, _ change: (inout GrantLedger) -> Void
    ) throws(LedgerError) {
        do throws(LedgerError) {
            try store.update { ledger throws(LedgerError) in change(&ledger) }
        } catch {
            failure = error
            throw error
        }
    }

    /// Takes back what was granted to the ids of an earlier installation, before somebody else gets them.
    private func revokeFormer(_ ledger: GrantLedger) throws(CommandFailure) {
        let revoked = RevokedGrants(store: store, identities: ledger.identities)
        for root in Set(ledger.former.map(\.root)) { try revoked.revokeFormer(root, ledger: ledger) }
        let stale = ledger.identities.subtracting([enrolment.identities])
        if !stale.isEmpty { try RevokedGrants(store: store, identities: stale).forgetIdentities(ledger: ledger) }
    }
}
