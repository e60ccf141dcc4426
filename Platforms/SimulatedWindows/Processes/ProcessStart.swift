/// What a new process is to be.
///
/// Windows: the arguments of `CreateProcessW` and `STARTUPINFOW`.
public struct ProcessStart: Codable, Hashable, Sendable {
    /// The program: a path, or the bare name of one that is not looked for on a drive.
    public var image: String
    /// The command line.
    public var commandLine: String
    /// What relative paths are counted from, or nothing for the caller's.
    public var workingDirectory: String?
    /// The whole environment, or nothing for the caller's.
    public var environment: [EnvironmentEntry]?
    /// The desktop, or nothing for the caller's.
    public var desktop: String?
    /// The job the process is born in, or nothing for the caller's.
    public var job: UInt32?
    /// Where its standard handles lead; nowhere unless said.
    public var handles: StandardHandles?
    /// Whether the machine carries out the command line as time passes; otherwise calls are made in the process's name.
    public var isCarriedOut: Bool
    /// Whether a new logon session gets its account's profile loaded; Windows: `LOGON_WITH_PROFILE`.
    public var loadsProfile: Bool

    /// Makes a request.
    ///
    /// - Parameters:
    ///   - image: the program.
    ///   - commandLine: the command line.
    ///   - workingDirectory: what relative paths are counted from.
    ///   - environment: the whole environment.
    ///   - desktop: the desktop.
    ///   - job: the job.
    ///   - handles: where its standard handles lead.
    ///   - isCarriedOut: whether the machine carries out the command line.
    ///   - loadsProfile: whether a new logon session gets its account's profile loaded.
    public init(
        image: String, commandLine: String, workingDirectory: String? = nil, environment: [EnvironmentEntry]? = nil,
        desktop: String? = nil, job: UInt32? = nil, handles: StandardHandles? = nil, isCarriedOut: Bool = false,
        loadsProfile: Bool = false
    ) {
        self.image = image
        self.commandLine = commandLine
        self.workingDirectory = workingDirectory
        self.environment = environment
        self.desktop = desktop
        self.job = job
        self.handles = handles
        self.isCarriedOut = isCarriedOut
        self.loadsProfile = loadsProfile
    }
}
