/// Everything that is to be in force when a command starts, in the design's terms; no platform is named.
public struct LaunchPlan: Hashable, Sendable {
    /// The exit code of a command that was ended by its time limit; the documented runner's 128 + 64.
    public static let timeoutExitCode: Int32 = 192

    /// Whether the command gets an account of the sandbox.
    public var level: SandboxLevel
    /// The account the command runs as, or nothing when it stays the caller.
    public var principal: Principal?
    /// The restricting list, in the documented order.
    public var restrictingSIDs: [RestrictingSID]
    /// What the command sees of the network.
    public var network: NetworkConfinement
    /// The roots, protected and denied paths, and the temporary directories.
    public var policy: ResolvedPolicy
    /// Where the command starts.
    public var workingDirectory: HostPath
    /// The command's whole environment.
    public var environment: [EnvironmentVariable]
    /// The command and its arguments.
    public var arguments: [[UInt8]]
    /// After how many milliseconds everything is ended, or nothing.
    public var timeoutMilliseconds: UInt32?
    /// The layers that must be in force.
    public var gates: [LaunchGate]

    /// Makes a plan.
    ///
    /// - Parameters:
    ///   - level: whether the command gets an account of the sandbox.
    ///   - principal: the account, or nothing.
    ///   - restrictingSIDs: the restricting list.
    ///   - network: what the command sees of the network.
    ///   - policy: the resolved policy.
    ///   - workingDirectory: where the command starts.
    ///   - environment: the command's whole environment.
    ///   - arguments: the command and its arguments.
    ///   - timeoutMilliseconds: after how many milliseconds everything is ended, or nothing.
    ///   - gates: the layers that must be in force.
    public init(
        level: SandboxLevel, principal: Principal?, restrictingSIDs: [RestrictingSID], network: NetworkConfinement,
        policy: ResolvedPolicy, workingDirectory: HostPath, environment: [EnvironmentVariable], arguments: [[UInt8]],
        timeoutMilliseconds: UInt32?, gates: [LaunchGate]
    ) {
        self.level = level
        self.principal = principal
        self.restrictingSIDs = restrictingSIDs
        self.network = network
        self.policy = policy
        self.workingDirectory = workingDirectory
        self.environment = environment
        self.arguments = arguments
        self.timeoutMilliseconds = timeoutMilliseconds
        self.gates = gates
    }

    /// The capabilities in the restricting list, in order.
    public var capabilities: [Capability] { restrictingSIDs.compactMap(\.capability) }
}
