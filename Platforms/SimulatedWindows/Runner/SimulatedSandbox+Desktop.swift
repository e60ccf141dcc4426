internal import SandboxModel
internal import WindowsSecurity

extension SimulatedSandbox {
    /// The desktop of all commands of one account under one policy, made by the person; nothing for designs that give each command its own.
    ///
    /// The principal may use it, and neither delete it nor change who may.
    func policyDesktop(_ plan: LaunchPlan) throws(CallError) -> String? {
        guard design.processes.desktop == .perPolicy, let principal = plan.principal.flatMap(host.sid) else {
            return nil
        }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in policyText(plan).utf8 { Hash.combine(&hash, UInt32(byte)) }
        let everything = ObjectType.desktop.mapping.all
        let name = "CodexSandboxDesktop-" + String(hash, radix: 16)
        let descriptor = SecurityDescriptor(
            dacl: .list([
                .allow(everything, to: host.userSID),
                .allow(everything.subtracting([.delete, .writeDACL, .writeOwner]), to: principal),
            ]), control: .daclProtected)
        _ = try host.machine.createDesktop(name, descriptor: descriptor, by: host.user)
        return name
    }

    /// Everything in which two commands must agree to share a desktop.
    private func policyText(_ plan: LaunchPlan) -> String {
        let policy = plan.policy
        var parts = [plan.principal?.rawValue ?? "", policy.network.rawValue]
        parts += policy.writableRoots.map(\.text) + policy.protectedPaths.map(\.path.text)
        parts += policy.deniedPaths.map(\.path.text)
        for restricting in plan.restrictingSIDs {
            switch restricting {
            case .capability(let capability): parts.append(capability.sid.description)
            case .proxyRoute(let sid): parts.append(sid.description)
            case .principal, .logon, .everyone: break
            }
        }
        return parts.joined(separator: "\n")
    }
}
