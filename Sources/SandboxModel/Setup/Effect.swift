/// One durable change that setup makes to the machine.
///
/// Every effect can be inspected, applied, and reverted by the before-image that was recorded when it was begun.
public enum Effect: Hashable, Sendable {
    /// A directory exists that nobody but the administrator may write.
    case lockDirectory(SetupDirectory)
    /// A local group exists; Windows: `NetLocalGroupAdd`.
    case createGroup(SandboxGroup)
    /// The account of a principal exists, cannot log in, and belongs to `SandboxGroup.users` alone; Windows: `NetUserAdd`.
    case createPrincipal(Principal)
    /// The authorization record names the groups and the principals; Windows: the protected credential.
    case createRegistry
    /// A scheduler refuses jobs of the principals.
    case denyScheduledJobs(JobScheduler)
    /// The firewall rules come back after a restart; Windows: rules of the persistent policy store.
    case persistFirewall
    /// The firewall keeps the offline principal from every network now; Windows: `INetFwRules.Add`.
    case installFirewall
    /// The command runner is installed for the members of `SandboxGroup.launch`.
    case installRunner
    /// A real user belongs to a group.
    case addMember(RealUser, SandboxGroup)
    /// A real user owns a block of capability identifiers in the authorization record.
    case reserveBlock(RealUser)
    /// Setup ran to its end; Windows: `setup_marker.json`.
    case commitMarker

    /// The real user whom the effect serves, or nothing when it serves all.
    public var user: RealUser? {
        switch self {
        case .addMember(let user, _), .reserveBlock(let user): user
        default: nil
        }
    }
}
