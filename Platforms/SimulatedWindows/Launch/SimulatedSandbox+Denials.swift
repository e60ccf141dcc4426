internal import SandboxModel
internal import WindowsSecurity

/// What may not be read, and the record of it.
extension SimulatedSandbox {
    /// Brings the denied reads on the disk in line with the policy: first what is wanted, all or nothing, then what is stale goes, then the record
    /// is written.
    func deny(
        _ edits: [SimulatedConfinement.ListEdit], recordedIn path: String, by process: ProcessIdentifier
    ) throws(SandboxFailure) {
        var record = try denialRecord(path, by: process)
        guard !edits.isEmpty || !record.principals.isEmpty else { return }
        var added: [SimulatedConfinement.ListEdit] = []
        for edit in edits {
            do throws(CallError) {
                if try apply(edit, by: process) { added.append(edit) }
            } catch {
                for edit in added { try? revoke(edit.trustee, at: edit.path, by: process) }
                throw SandboxFailure(.grants, error)
            }
        }
        var wanted: [SID: [HostPath]] = [:]
        for edit in edits { wanted[edit.trustee, default: []].append(edit.path) }
        for (trustee, paths) in record.principals.sorted(by: { $0.key < $1.key }) {
            for stale in paths where !(wanted[trustee] ?? []).contains(stale) {
                do throws(CallError) {
                    try revoke(trustee, at: stale, by: process)
                } catch {
                    guard !design.denials.contains(.forgetsFailedRevocations) else { continue }
                    wanted[trustee, default: []].append(stale)
                }
            }
        }
        record.principals = wanted
        do throws(CallError) {
            try host.machine.writeFile(path, record.bytes, by: process)
        } catch {
            throw SandboxFailure(.grants, error)
        }
    }

    private func denialRecord(_ path: String, by process: ProcessIdentifier) throws(SandboxFailure) -> DenialRecord {
        do throws(CallError) {
            let bytes = try host.machine.readFile(path, by: process)
            if let record = DenialRecord(parsing: bytes) { return record }
            guard !design.denials.contains(.stopsAtCorruptRecord) else {
                throw CallError(.invalidParameter, "ReadFile", path)
            }
            return DenialRecord()
        } catch {
            guard [.fileNotFound, .pathNotFound].contains(error.code) else { throw SandboxFailure(.grants, error) }
            return DenialRecord()
        }
    }

    /// Takes a denial back; with it, as documented, whatever the trustee was granted there.
    private func revoke(_ trustee: SID, at path: HostPath, by process: ProcessIdentifier) throws(CallError) {
        guard !design.denials.contains(.revokesGrantsToo) else {
            try host.machine.edit(path.windows, [ExplicitAccess(.revoke, trustee: trustee, mask: [])], by: process)
            return
        }
        var descriptor = try host.machine.descriptor(of: path.windows, by: process)
        let kept = descriptor.dacl.list?.entries.filter {
            !$0.isInherited && !($0.type.isDeny && $0.trustee == trustee)
        }
        descriptor.dacl = .list(ACL(kept ?? []))
        try host.machine.setList(of: path.windows, to: descriptor, by: process)
    }
}
