internal import SandboxModel
internal import WindowsSecurity

/// Grants for reading, which are made in the background because large trees take long.
extension SimulatedSandbox {
    /// Starts the helper, unless there is nothing to grant or one runs already.
    func startReadGrants(
        _ edits: [SimulatedConfinement.ListEdit], by parent: ProcessIdentifier
    ) throws(SandboxFailure) {
        guard !edits.isEmpty else { return }
        do throws(CallError) {
            let start = ProcessStart(
                image: "codex-windows-sandbox-setup.exe", commandLine: "codex-windows-sandbox-setup.exe read-acls-only")
            let process = try host.machine.createProcess(start, by: parent)
            guard try host.machine.createMutex(ReadGrantHelper.mutex, by: process) == false else {
                try host.machine.terminate(process, code: 0, by: process)
                return
            }
            host.readGrantHelper = ReadGrantHelper(process: process, edits: edits)
        } catch {
            throw SandboxFailure(.grants, error)
        }
        if !host.delaysReadGrants { finishReadGrants() }
    }

    /// Lets the helper do what it has to do and end; a grant that fails is passed over.
    public func finishReadGrants() {
        guard let helper = host.readGrantHelper else { return }
        for edit in helper.edits { _ = try? apply(edit, by: helper.process) }
        try? host.machine.terminate(helper.process, code: 0, by: helper.process)
        host.readGrantHelper = nil
    }
}
