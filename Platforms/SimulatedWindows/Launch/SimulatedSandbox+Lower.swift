public import SandboxModel
internal import WindowsSecurity

extension SimulatedSandbox {
    /// The flags of the documented token: `DISABLE_MAX_PRIVILEGE`, `LUA_TOKEN`, `WRITE_RESTRICTED`.
    static var tokenFlags: TokenFilter.Flags { [.disableMaximumPrivilege, .limitedUser, .writeRestricted] }

    /// Says a plan in the machine's terms; nothing is lost, because the plan speaks Windows.
    ///
    /// - Parameter plan: what is to be in force.
    /// - Returns: the confinement.
    /// - Throws: a failure at `readiness` when a principal or the group does not exist.
    public func lower(_ plan: LaunchPlan) throws(SandboxFailure) -> Lowered<SimulatedConfinement> {
        var confinement = SimulatedConfinement(plan: plan, flags: Self.tokenFlags, edits: [], guards: [])
        guard design.mechanism == .restrictedToken else { return Lowered(confinement: confinement, losses: []) }
        let group = host.sid(of: SandboxGroup.users)
        if plan.level == .elevated, group == nil {
            throw SandboxFailure(.readiness, detail: "the group \(SandboxGroup.users.groupName) is missing; run setup")
        }
        if let denied = plan.policy.deniedPaths.first, plan.level == .unelevated || !design.acceptsDeniedReads {
            throw SandboxFailure(.readiness, detail: "\(denied.path) cannot be denied without accounts of its own")
        }
        for denied in plan.policy.deniedPaths {
            if denied.needsGuard { confinement.guards.append(denied.path) }
            if let group { confinement.add(.readDeny, denied.path, group, design.masks.readDeny) }
        }
        for capability in plan.capabilities {
            guard let root = capability.root else { continue }
            if let group { confinement.add(.writeGrant, root, group, design.masks.writeGrant) }
            confinement.add(.writeGrant, root, capability.sid, design.masks.writeGrant)
        }
        for root in plan.policy.readableRoots {
            if let group { confinement.add(.readGrant, root, group, design.masks.readGrant) }
        }
        for protected in plan.policy.protectedPaths { deny(protected, plan.capabilities, &confinement) }
        return Lowered(confinement: confinement, losses: [])
    }

    private func deny(
        _ protected: ProtectedPath, _ capabilities: [Capability], _ confinement: inout SimulatedConfinement
    ) {
        if case .name(let name) = protected.reason {
            guard design.protectedNames.contains(name) else { return }
            if protected.needsGuard, !design.protectsMissingNames { return }
            // Only a directory of this name is protected; `.git` is also a file in a worktree.
            if protected.kind == .file, name == .agents { return }
        }
        if protected.needsGuard { confinement.guards.append(protected.path) }
        let overlapping = capabilities.filter { $0.root?.overlaps(protected.path) ?? false }
        for capability in overlapping.isEmpty ? capabilities : overlapping {
            confinement.add(.writeDeny, protected.path, capability.sid, design.masks.writeDeny)
        }
    }
}

extension SimulatedConfinement {
    fileprivate mutating func add(_ purpose: ListEdit.Purpose, _ path: HostPath, _ trustee: SID, _ mask: UInt32) {
        edits.append(ListEdit(purpose: purpose, path: path, trustee: trustee, mask: AccessMask(rawValue: mask)))
    }
}
