public import WindowsSecurity

/// The first message to a runner: what to run, where, and with which restricting list.
public struct SpawnRequest: Hashable, Sendable {
    /// The command and its arguments.
    public var command: [[UInt8]]
    /// Where it starts.
    public var workingDirectory: HostPath
    /// Its whole environment.
    public var environment: [EnvironmentVariable]
    /// The roots that its policy names.
    public var workspaceRoots: [HostPath]
    /// Its capabilities, in order.
    public var capabilitySIDs: [SID]
    /// The route of an enforced proxy.
    public var proxyRoute: SID?
    /// After how many milliseconds everything is ended, or nothing.
    public var timeoutMilliseconds: UInt32?
    /// Whether the command gets a terminal.
    public var usesTerminal: Bool
    /// Whether messages with standard input follow; otherwise the command reads the end of the file at once.
    public var standardInputIsOpen: Bool

    /// Makes the request that carries out a plan.
    ///
    /// - Parameters:
    ///   - plan: what is to be in force.
    ///   - usesTerminal: whether the command gets a terminal.
    ///   - standardInputIsOpen: whether messages with standard input follow.
    public init(_ plan: LaunchPlan, usesTerminal: Bool, standardInputIsOpen: Bool) {
        command = plan.arguments
        workingDirectory = plan.workingDirectory
        environment = plan.environment
        workspaceRoots = plan.policy.writableRoots
        capabilitySIDs = plan.capabilities.map(\.sid)
        proxyRoute =
            plan.restrictingSIDs.lazy.compactMap { restricting -> SID? in
                if case .proxyRoute(let sid) = restricting { sid } else { nil }
            }.first
        timeoutMilliseconds = plan.timeoutMilliseconds
        self.usesTerminal = usesTerminal
        self.standardInputIsOpen = standardInputIsOpen
    }
}

extension SpawnRequest {
    /// Makes a request of its parts, as a runner reads it.
    ///
    /// - Parameters:
    ///   - command: the command and its arguments.
    ///   - workingDirectory: where it starts.
    ///   - environment: its whole environment.
    ///   - workspaceRoots: the roots that its policy names.
    ///   - capabilitySIDs: its capabilities, in order.
    ///   - proxyRoute: the route of an enforced proxy.
    ///   - timeoutMilliseconds: after how many milliseconds everything is ended, or nothing.
    ///   - usesTerminal: whether the command gets a terminal.
    ///   - standardInputIsOpen: whether messages with standard input follow.
    public init(
        command: [[UInt8]], workingDirectory: HostPath, environment: [EnvironmentVariable], workspaceRoots: [HostPath],
        capabilitySIDs: [SID], proxyRoute: SID?, timeoutMilliseconds: UInt32?, usesTerminal: Bool,
        standardInputIsOpen: Bool
    ) {
        self.command = command
        self.workingDirectory = workingDirectory
        self.environment = environment
        self.workspaceRoots = workspaceRoots
        self.capabilitySIDs = capabilitySIDs
        self.proxyRoute = proxyRoute
        self.timeoutMilliseconds = timeoutMilliseconds
        self.usesTerminal = usesTerminal
        self.standardInputIsOpen = standardInputIsOpen
    }
}
