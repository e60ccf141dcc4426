/// What the caller tells the setup program.
public struct SetupPayload: Hashable, Sendable {
    /// The version of setup; both sides must agree.
    public static let version = 5

    /// How much setup does.
    public enum Mode: String, CaseIterable, Hashable, Sendable {
        /// Accounts, network, secrets and lists.
        case full
        /// Accounts, network and secrets, for whoever prepares machines.
        case provisionOnly = "provision-only"
        /// Grants for reading alone.
        case readListsOnly = "read-acls-only"
    }

    /// The version of the caller.
    public var version: Int
    /// The directory of the sandbox's files.
    public var home: HostPath
    /// Where the command is to start.
    public var workingDirectory: HostPath
    /// What is to be readable.
    public var readRoots: [HostPath]
    /// What is to be writable.
    public var writeRoots: [HostPath]
    /// What is not to be read.
    public var deniedReads: [HostPath]
    /// What is not to be written.
    public var deniedWrites: [HostPath]
    /// What the offline principal may reach on the machine.
    public var offline: OfflineSettings
    /// The account that owns the home.
    public var realUser: String
    /// How much setup does.
    public var mode: Mode
    /// Whether only lists are to be edited, without elevation.
    public var refreshesOnly: Bool

    /// Makes a payload of this version.
    ///
    /// - Parameters:
    ///   - home: the directory of the sandbox's files.
    ///   - workingDirectory: where the command is to start.
    ///   - realUser: the account that owns the home.
    ///   - offline: what the offline principal may reach on the machine.
    ///   - mode: how much setup does.
    ///   - refreshesOnly: whether only lists are to be edited.
    public init(
        home: HostPath, workingDirectory: HostPath, realUser: String, offline: OfflineSettings = .none,
        mode: Mode = .full, refreshesOnly: Bool = false
    ) {
        version = Self.version
        self.home = home
        self.workingDirectory = workingDirectory
        readRoots = []
        writeRoots = []
        deniedReads = []
        deniedWrites = []
        self.offline = offline
        self.realUser = realUser
        self.mode = mode
        self.refreshesOnly = refreshesOnly
    }
}
