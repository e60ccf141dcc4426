/// How a design sets itself up and repairs itself on Windows.
public struct SetupRules: Hashable, Sendable {
    /// How far the directory of the runner is closed.
    public enum ProgramsLock: String, CaseIterable, Hashable, Sendable {
        /// What its parent gives still comes in.
        case inherits
        /// Nothing comes in, and the person may not change its list again.
        case sealed
        /// Nothing comes in, and the person may change its list.
        case protected
    }

    /// Whether the step before every command asks for elevation.
    public var refreshAsksForElevation = false
    /// Whether passwords open for every account of the machine that can read the file; else for the account that ran setup.
    public var secretsAreForTheMachine = true
    /// Whether the sandbox's directories may be reached through links.
    public var followsLinks = false
    /// How far the directory of the runner is closed.
    public var programsLock = ProgramsLock.inherits
    /// Whether the runner lies where the principals may read it; else beside the program of the person.
    public var copiesRunner = true
    /// Whether lists are edited by the names of their files, which may meanwhile lead elsewhere.
    public var editsByName = true
    /// Whether the file of the capabilities lies in the workspace, where commands may write.
    public var keepsCapabilitiesInWorkspace = false
    /// Whether rules for every transport name ports, which the firewall refuses.
    public var setsPortsOnEveryRule = false
    /// Whether setup fails when the machine's own firewall rules do not count.
    public var checksFirewallPolicy = true
    /// Whether filters below the firewall are installed too.
    public var addsPacketFilters = true
    /// Whether connections from outside are blocked.
    public var blocksInbound = false
    /// Which failures of a launch are taken for stale passwords, by Windows' numbers.
    public var staleCredentialErrors: Set<UInt32> = [1326, 1312]
    /// Whether the accounts are disabled before anything is removed.
    public var disablesBeforeRemoval = false

    /// The documented design in August 2026.
    public init() {}
}
