public import WindowsSecurity

/// A process of the machine.
public struct SimulatedProcess: Hashable, Sendable {
    /// Its number.
    public let identifier: ProcessIdentifier
    /// Who started it; the number stays when that one is gone.
    public let parent: ProcessIdentifier?
    /// The program it runs.
    public var image: String
    /// Its command line.
    public var commandLine: String
    /// Its token.
    public var token: AccessToken
    /// The number of its logon session.
    public let session: UInt32
    /// What relative paths are counted from.
    public var workingDirectory: FilePath
    /// Its environment in order; names are compared without regard to case.
    public var environment: [EnvironmentEntry] = []
    /// Its own descriptor: who may open the process.
    public var descriptor: SecurityDescriptor
    /// The job it belongs to.
    public var job: UInt32?
    /// The desktop its windows belong to, for example `WinSta0\Default`.
    public var desktop: String
    /// Where its standard handles lead.
    public internal(set) var standardHandles = StandardHandles()
    /// What it does by itself, or nothing when it only does what calls are made in its name.
    var activity: Activity?
    /// What the last command line ended with that was carried out in its name; Windows: `ERRORLEVEL`.
    var lastCode: Int32 = 0
    /// What it ended with, or nothing while it runs.
    public var exitCode: Int32?

    /// Whether it runs.
    public var isRunning: Bool { exitCode == nil }
}
