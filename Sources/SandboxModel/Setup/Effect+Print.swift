extension Effect: CustomStringConvertible {
    /// The words that stand for the effect in the journal and in reports, one space between them.
    public var words: String {
        switch self {
        case .lockDirectory(let directory): "lock-directory \(directory.rawValue)"
        case .createGroup(let group): "create-group \(group.rawValue)"
        case .createPrincipal(let principal): "create-principal \(principal.rawValue)"
        case .createRegistry: "create-registry"
        case .denyScheduledJobs(let scheduler): "deny-scheduled-jobs \(scheduler.rawValue)"
        case .persistFirewall: "persist-firewall"
        case .installFirewall: "install-firewall"
        case .installRunner: "install-runner"
        case .addMember(let user, let group): "add-member \(group.rawValue) \(user.identifier) \(user.name)"
        case .reserveBlock(let user): "reserve-block \(user.identifier) \(user.name)"
        case .commitMarker: "commit-marker"
        }
    }

    /// The effect as a phrase for people.
    public var description: String {
        switch self {
        case .lockDirectory(let directory): "locked directory for the \(directory.rawValue)"
        case .createGroup(let group): "group \(group.groupName)"
        case .createPrincipal(let principal): "principal \(principal.accountName)"
        case .createRegistry: "authorization record"
        case .denyScheduledJobs(let scheduler): "no \(scheduler.rawValue) jobs for the principals"
        case .persistFirewall: "firewall rules after a restart"
        case .installFirewall: "firewall rules for \(Principal.offline.accountName)"
        case .installRunner: "command runner"
        case .addMember(let user, let group): "\(user.name) in \(group.groupName)"
        case .reserveBlock(let user): "block of capability ids for \(user.name)"
        case .commitMarker: "completion marker"
        }
    }
}
