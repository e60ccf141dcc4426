public import SandboxModel

extension SetupPlan {
    /// The documented installation in the documented order of its steps.
    ///
    /// Group and accounts come first, their passwords are stored, the network is closed, and the directories are locked at the end,
    /// because their lists name the group.
    ///
    /// - Parameters:
    ///   - user: the person whose commands are sandboxed.
    ///   - design: the design, of which some revisions lack a step.
    /// - Returns: the effects, the marker last.
    public static func documentedOnWindows(
        for user: RealUser, design: SandboxDesign = .elevatedOnWindows
    ) -> SetupPlan {
        var effects: [Effect] = [
            .createGroup(.users), .createPrincipal(.offline), .createPrincipal(.online), .createRegistry,
        ]
        if design.networkMechanism == .principal {
            effects.append(.installFirewall)
            if design.setup.addsPacketFilters { effects.append(.persistFirewall) }
        }
        effects += [.reserveBlock(user), .installRunner, .lockDirectory(.programs), .lockDirectory(.configuration)]
        return SetupPlan(effects: effects)
    }
}
