public import SandboxModel

extension SetupPlan {
    /// The documented installation in the documented order of its steps.
    ///
    /// Group and accounts come first, their passwords are stored, the network is closed, and the directories are locked at the end,
    /// because their lists name the group.
    ///
    /// - Parameter user: the person whose commands are sandboxed.
    /// - Returns: the effects, the marker last.
    public static func documentedOnWindows(for user: RealUser) -> SetupPlan {
        SetupPlan(effects: [
            .createGroup(.users), .createPrincipal(.offline), .createPrincipal(.online), .createRegistry,
            .denyScheduledJobs(.cron), .installFirewall, .persistFirewall, .reserveBlock(user), .installRunner,
            .lockDirectory(.programs), .lockDirectory(.configuration),
        ])
    }
}
