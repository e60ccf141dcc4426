public import SandboxModel
public import WindowsSecurity

/// Says a launch plan in the terms of the command runner: accounts, group ids, mounts.
public struct LaunchLowering: Sendable {
    /// The group id that stands for each capability.
    public var groups: [SID: UInt32]
    /// The directories that the runner puts empty ones over; what lies in them is hidden unless it is shown.
    public var temporaryDirectories: [HostPath]
    /// The gates that the caller gives up.
    public var acceptedLosses: [LaunchRequest.AcceptedLoss]

    /// Makes a lowering.
    ///
    /// - Parameters:
    ///   - groups: the group id that stands for each capability; not used at the unelevated level.
    ///   - temporaryDirectories: the directories that the runner puts empty ones over.
    ///   - acceptedLosses: the gates that the caller gives up.
    public init(
        groups: [SID: UInt32], temporaryDirectories: [HostPath], acceptedLosses: [LaunchRequest.AcceptedLoss] = []
    ) {
        self.groups = groups
        self.temporaryDirectories = temporaryDirectories
        self.acceptedLosses = acceptedLosses
    }

    /// Lowers a plan; a pure function.
    ///
    /// - Parameter plan: what is to be in force.
    /// - Returns: the request, and where it differs from the plan.
    /// - Throws: `LaunchError` when a capability has no group id.
    public func lower(_ plan: LaunchPlan) throws(LaunchError) -> Lowered<LaunchRequest> {
        var request = LaunchRequest(
            level: try level(of: plan), network: network(of: plan), temporary: temporary(of: plan),
            workingDirectory: plan.workingDirectory.bytes, arguments: plan.arguments)
        let policy = plan.policy
        let writable = (policy.writableRoots + policy.anchors).sorted()
        let readable = ([policy.workspace] + policy.readableRoots).filter { path in
            isHidden(path) && !policy.writableRoots.contains { path.isWithin($0) }
        }
        request.writableRoots = writable.map(\.bytes)
        request.protectedPaths = policy.protectedPaths.filter(\.isInsideRoot).map(\.path.bytes)
        request.deniedPaths = policy.deniedPaths.map(\.path)
            .filter { isVisible($0, through: writable + readable) }.map(\.bytes)
        request.readablePaths = Set(readable).sorted().map(\.bytes)
        request.timeoutMilliseconds = plan.timeoutMilliseconds
        request.acceptedLosses = acceptedLosses
        request.environment = plan.environment.map(\.entry)
        return Lowered(confinement: request, losses: LinuxLosses.losses(of: plan))
    }

    private func level(of plan: LaunchPlan) throws(LaunchError) -> LaunchRequest.Level {
        guard let principal = plan.principal else { return .unelevated }
        var identifiers: [UInt32] = []
        var workspace: UInt32?
        for capability in plan.capabilities {
            guard let group = groups[capability.sid] else {
                throw LaunchError(.request, layer: "capability", "no group id stands for \(capability.sid)")
            }
            if workspace == nil, capability.root == nil || capability.root == plan.policy.workspace {
                workspace = group
            } else {
                identifiers.append(group)
            }
        }
        guard let workspace else {
            throw LaunchError(.request, layer: "capability", "no capability stands for '\(plan.policy.workspace)'")
        }
        return .elevated(
            LaunchRequest.Identity(
                principal: principal == .online ? .online : .offline, workspaceGroup: workspace,
                capabilityGroups: identifiers))
    }

    private func network(of plan: LaunchPlan) -> LaunchRequest.Network {
        switch plan.network {
        case .isolated: .none
        case .firewalled: .firewalled
        case .open: .open
        }
    }

    private func temporary(of plan: LaunchPlan) -> LaunchRequest.Temporary {
        switch plan.policy.temporary {
        case .writable: .writable
        case .readOnly: .readOnly
        }
    }

    /// Whether a private directory hides the path; a private directory itself cannot be shown, the command gets its own.
    private func isHidden(_ path: HostPath) -> Bool {
        temporaryDirectories.contains { path != $0 && path.isWithin($0) }
    }

    private func isVisible(_ path: HostPath, through shown: [HostPath]) -> Bool {
        !temporaryDirectories.contains { path.isWithin($0) } || shown.contains { path.isWithin($0) }
    }
}
