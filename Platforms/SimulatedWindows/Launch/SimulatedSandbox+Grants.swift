internal import SandboxModel
internal import WindowsSecurity

extension SimulatedSandbox {
    /// Brings the lists in line with a confinement before a command; what is there already stays.
    ///
    /// With accounts of its own the setup program does so, as the person and without elevation.
    func refresh(_ confinement: SimulatedConfinement) throws(SandboxFailure) {
        guard design.mechanism == .restrictedToken else { return }
        guard confinement.plan.level == .elevated else { return try edit(confinement, by: host.user) }
        let helper = try startRefresh(confinement.plan)
        do throws(SandboxFailure) {
            try edit(confinement, by: helper)
            try relock(by: helper)
        } catch {
            try? host.machine.terminate(helper, code: 1, by: helper)
            throw error
        }
        try? host.machine.terminate(helper, code: 0, by: helper)
    }

    private func startRefresh(_ plan: LaunchPlan) throws(SandboxFailure) -> ProcessIdentifier {
        guard let file = try? FilePath(host.installation.home), let home = try? HostPath(windows: file),
            let user = try? realUser()
        else { throw SandboxFailure(.readiness, detail: "\(host.installation.home) cannot be used") }
        var payload = SetupPayload(
            home: home, workingDirectory: plan.workingDirectory, realUser: user.name, refreshesOnly: true)
        payload.add(plan)
        do throws(CallError) {
            let start = Self.setupProgram(payload)
            return design.setup.refreshAsksForElevation
                ? try host.machine.elevate(start, by: host.user) : try host.machine.createProcess(start, by: host.user)
        } catch {
            throw SandboxFailure(.grants, error)
        }
    }

    /// Closes the directory of the runner again.
    private func relock(by helper: ProcessIdentifier) throws(SandboxFailure) {
        do throws(SetupError) {
            try SimulatedSetup(host: host, elevated: helper, design: design).lock(.programs)
        } catch {
            throw SandboxFailure(.grants, detail: "helper_sandbox_lock_failed: \(error)")
        }
    }

    /// Makes the edits of a confinement in the documented order.
    ///
    /// Every grant and denied write that fails is tried and kept; the first failure then stops the command, as documented.
    func edit(_ confinement: SimulatedConfinement, by process: ProcessIdentifier) throws(SandboxFailure) {
        var failure: SandboxFailure?
        let keepsWriteDenials = design.denials.contains(.keepsWriteDenials)
        for directory in confinement.guards {
            do throws(CallError) {
                try host.machine.makeDirectory(directory.windows, by: process)
            } catch {
                if error.code != .alreadyExists { failure = failure ?? SandboxFailure(.grants, error) }
            }
        }
        if let failure { throw failure }
        if design.level == .elevated {
            try deny(confinement.edits(for: .readDeny), recordedIn: host.installation.deniedReads, by: process)
            try startReadGrants(confinement.edits(for: .readGrant), by: process)
        }
        let grants = confinement.edits(for: .writeGrant)
        for edit in keepsWriteDenials ? grants + confinement.edits(for: .writeDeny) : grants {
            do throws(CallError) {
                try apply(edit, by: process)
            } catch {
                failure = failure ?? SandboxFailure(.grants, error)
            }
        }
        if !keepsWriteDenials {
            try deny(confinement.edits(for: .writeDeny), recordedIn: host.installation.deniedWrites, by: process)
        }
        if let failure { throw failure }
    }

    /// Makes an edit unless what it asks for is there.
    ///
    /// - Returns: whether the list was changed.
    @discardableResult
    func apply(
        _ edit: SimulatedConfinement.ListEdit, by process: ProcessIdentifier
    ) throws(CallError) -> Bool {
        let path = edit.path.windows
        let present = try host.machine.descriptor(of: path, by: process).dacl.list?.entries ?? []
        let own = present.filter { $0.trustee == edit.trustee && !$0.isInheritOnly }
        let mapped = ObjectType.file.mapping.map(edit.mask)
        let mode: ExplicitAccess.Mode
        if edit.purpose != .readDeny, edit.purpose != .writeDeny, !design.denials.contains(.grantsOverDenials),
            present.contains(where: { $0.type.isDeny && !$0.mask.isDisjoint(with: mapped) })
        {
            return false
        }
        switch edit.purpose {
        case .writeGrant:
            // An explicit right to delete children would open what is protected below; it is taken back.
            let isStale = own.contains {
                $0.type.isAllow && !$0.isInherited && $0.mask.contains(.fileDeleteChild)
                    && !mapped.contains(.fileDeleteChild)
            }
            let isEnough = own.contains { $0.type.isAllow && $0.mask.isSuperset(of: mapped) }
            guard isStale || !isEnough else { return false }
            mode = .set
        case .readGrant:
            let readers: [SID] = [edit.trustee, .users, .authenticatedUsers, .everyone]
            let isReadable = present.contains {
                $0.type.isAllow && !$0.isInheritOnly && readers.contains($0.trustee) && $0.mask.isSuperset(of: mapped)
            }
            guard !isReadable else { return false }
            mode = .set
        case .writeDeny, .readDeny:
            guard !own.contains(where: { $0.type.isDeny && !$0.mask.isDisjoint(with: mapped) }) else {
                return false
            }
            mode = .deny
        }
        let wish = ExplicitAccess(
            mode, trustee: edit.trustee, mask: edit.mask, inheritance: [.objectInherit, .containerInherit])
        try host.machine.edit(path, [wish], refusesLinks: !design.setup.editsByName, by: process)
        return true
    }
}
