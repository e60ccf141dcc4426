public import SandboxModel

/// What POSIX and Linux cannot say as the plan says it.
public enum LinuxLosses {
    /// Lists the differences between a plan and what the runner will put in force.
    ///
    /// - Parameter plan: what is to be in force.
    /// - Returns: the differences, none of them weaker; a weaker one is known only to the runner, which refuses it.
    public static func losses(of plan: LaunchPlan) -> [ConfinementLoss] {
        var losses = [
            ConfinementLoss(
                name: "restricting-list", effect: .stricter,
                planned: "a second check against the restricting list, which names the logon session and everyone",
                inForce: "a second check against the list of writable roots: what everyone may write is not writable"),
            ConfinementLoss(
                name: "private-desktop", effect: .replaced, planned: "a desktop of its own",
                inForce: "a session, an IPC namespace and no reachable display"),
            ConfinementLoss(
                name: "private-temporary", effect: .stricter, planned: "the caller's temporary directories",
                inForce: "empty ones that vanish with the command"),
            ConfinementLoss(
                name: "surviving-children", effect: .stricter, planned: "children survive a command that ends normally",
                inForce: "nothing survives the command"),
        ]
        if !plan.policy.writableRoots.isEmpty {
            losses.append(
                ConfinementLoss(
                    name: "delete-child", effect: .replaced,
                    planned: "the right to delete a child is withheld on a writable root",
                    inForce: "writing a directory includes it; protected names are mount points and cannot be moved"))
        }
        if !plan.policy.deniedPaths.isEmpty {
            losses.append(
                ConfinementLoss(
                    name: "deny-read", effect: .replaced, planned: "a deny entry for the sandbox group",
                    inForce: "something unreadable is mounted over the path"))
        }
        if plan.principal != nil {
            losses.append(
                ConfinementLoss(
                    name: "owner-rights", effect: .stricter,
                    planned: "the principal may write what it owns, wherever that is",
                    inForce: "only inside the writable roots"))
        }
        return losses
    }
}
