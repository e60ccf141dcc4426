/// Everything the command runner is asked to put in force for one command.
///
/// Stands for the `spawn_request` of the Windows runner. The format is `docs/decisions/0001-launch-contract.md`.
public struct LaunchRequest: Equatable, Sendable {
    /// Whose identity the command gets.
    public enum Level: Equatable, Sendable {
        /// A principal's, given by the setuid runner.
        case elevated(Identity)
        /// The caller's own, in a user namespace.
        case unelevated
    }

    /// The identity of an elevated launch.
    public struct Identity: Equatable, Sendable {
        /// Which account runs the command.
        public var principal: AccountRole
        /// The workspace's capability: the primary group id.
        public var workspaceGroup: UInt32
        /// Further capabilities: supplementary group ids.
        public var capabilityGroups: [UInt32]

        /// Makes an identity.
        ///
        /// - Parameters:
        ///   - principal: which account runs the command.
        ///   - workspaceGroup: the primary group id.
        ///   - capabilityGroups: at most 63 supplementary group ids.
        public init(principal: AccountRole, workspaceGroup: UInt32, capabilityGroups: [UInt32] = []) {
            self.principal = principal
            self.workspaceGroup = workspaceGroup
            self.capabilityGroups = capabilityGroups
        }
    }

    /// Which network the command sees.
    public enum Network: UInt8, CaseIterable, Equatable, Sendable {
        /// An empty network namespace.
        case none
        /// The host's, under the firewall's rules for the offline principal.
        case firewalled
        /// The host's.
        case open
    }

    /// Whether the private temporary directories may be written.
    public enum Temporary: UInt8, CaseIterable, Equatable, Sendable {
        /// They may be written.
        case writable
        /// They are there, empty and read-only.
        case readOnly
    }

    /// A gate that the caller gives up by name.
    public enum AcceptedLoss: UInt8, CaseIterable, Equatable, Sendable {
        /// The host's abstract Unix sockets stay reachable: the host's network on a kernel without Landlock scopes.
        case abstractUnixSockets
    }

    /// Whose identity the command gets.
    public var level: Level
    /// Which network the command sees.
    public var network: Network
    /// Whether the private temporary directories may be written.
    public var temporary: Temporary
    /// Where the command starts: an absolute path.
    public var workingDirectory: [UInt8]
    /// Absolute paths that the command may write below; at most 64.
    public var writableRoots: [[UInt8]] = []
    /// Existing absolute paths bound read-only onto themselves; at most 512.
    public var protectedPaths: [[UInt8]] = []
    /// Existing absolute paths hidden behind something unreadable; at most 512.
    public var deniedPaths: [[UInt8]] = []
    /// Absolute paths shown read-only even where a private directory hides their parent; at most 64.
    public var readablePaths: [[UInt8]] = []
    /// After how many milliseconds the tree is killed, or nothing.
    public var timeoutMilliseconds: UInt32?
    /// The gates that the caller gives up.
    public var acceptedLosses: [AcceptedLoss] = []
    /// The command and its arguments, without NUL; at least one.
    public var arguments: [[UInt8]]
    /// The command's whole environment, `NAME=VALUE` each, without NUL.
    public var environment: [[UInt8]] = []

    /// Makes a request for a command without writable roots.
    ///
    /// - Parameters:
    ///   - level: whose identity the command gets.
    ///   - network: which network it sees.
    ///   - temporary: whether the private temporary directories may be written.
    ///   - workingDirectory: an absolute path.
    ///   - arguments: the command and its arguments.
    public init(
        level: Level, network: Network, temporary: Temporary, workingDirectory: [UInt8], arguments: [[UInt8]]
    ) {
        self.level = level
        self.network = network
        self.temporary = temporary
        self.workingDirectory = workingDirectory
        self.arguments = arguments
    }
}
