import LinuxPlatform
import SandboxModel

/// The user's ledger as one run needs it.
struct RunLedger {
    /// Where it is.
    let store: LedgerStore

    /// Finds the ledger of the user.
    init() throws(CommandFailure) {
        do throws(LedgerError) {
            store = try LedgerStore.ofCurrentUser()
        } catch {
            throw CommandFailure(error)
        }
    }

    /// The ledger's directory, which no sandbox may write.
    var directory: HostPath? { try? HostPath(store.directory) }

    /// The guards of a run, with the locks of all the user's runs.
    func guards() throws(CommandFailure) -> GuardDirectories {
        do throws(LedgerError) {
            return GuardDirectories(owningLocks: try store.openGuardLocks())
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Makes sure that every root has a capability.
    ///
    /// - Parameters:
    ///   - policy: the resolved policy.
    ///   - enrolment: the user's block, or nothing at the level that needs none.
    ///   - storing: whether the ledger is changed; otherwise only what it would say is returned.
    /// - Returns: the ledger.
    /// - Throws: `CommandFailure` when the ledger cannot be read or written; it is intact then.
    func prepare(
        for policy: ResolvedPolicy, enrolment: Enrolment?, storing: Bool
    ) throws(CommandFailure) -> GrantLedger {
        let change = { (ledger: inout GrantLedger) throws(LedgerError) -> GrantLedger in
            guard let enrolment else { return ledger }
            for root in policy.writableRoots { _ = try ledger.assign(root, in: enrolment.block) }
            if policy.writableRoots.isEmpty { _ = try ledger.assignReadOnly(in: enrolment.block) }
            ledger.identities.insert(enrolment.identities)
            return ledger
        }
        do throws(LedgerError) {
            // Most runs find everything recorded, and then need neither the lock nor the disk.
            let known = try store.read()
            var wanted = known
            let result = try change(&wanted)
            return !storing || wanted == known ? result : try store.update(change)
        } catch {
            throw CommandFailure(error)
        }
    }
}
