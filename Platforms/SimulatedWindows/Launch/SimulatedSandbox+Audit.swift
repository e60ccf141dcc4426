internal import SandboxModel
internal import WindowsSecurity

/// Directories that everybody may write.
extension SimulatedSandbox {
    /// Denies the command's capabilities to write what everybody may write, as far as a scan finds it.
    func audit(_ confinement: inout SimulatedConfinement, isInteractive: Bool) {
        switch design.audit.occasion {
        case .never: return
        case .interactive: guard isInteractive else { return }
        case .always: break
        }
        guard design.mechanism == .restrictedToken else { return }
        let plan = confinement.plan
        let found = EverybodyScan.run(
            facts: host, workingDirectory: plan.workingDirectory, environment: plan.environment)
        for path in found {
            let isInRoot = plan.policy.writableRoots.contains(where: path.isWithin)
            guard !isInRoot || design.audit.deniesInsideRoots else { continue }
            for capability in plan.capabilities {
                confinement.edits.append(
                    SimulatedConfinement.ListEdit(
                        purpose: .writeDeny, path: path, trustee: capability.sid,
                        mask: AccessMask(rawValue: design.masks.writeDeny)))
            }
        }
    }
}
