/// How a design starts and ends the processes of a command.
public struct ProcessRules: Hashable, Sendable {
    /// Who may use what a command makes without a list of its own; Windows: the default DACL of the token.
    public enum DefaultList: String, CaseIterable, Hashable, Sendable {
        /// What the account's own token says: its owner, who is no restricting SID.
        case inherited
        /// The logon session, everybody and every capability: also other commands of the account.
        case everyone
        /// The logon session; the owner may only look at the list.
        case logonSession = "logon-session"
    }

    /// Where a command's windows belong.
    public enum Desktop: String, CaseIterable, Hashable, Sendable {
        /// On the desktop of the person.
        case persons
        /// On one of its own, made by the runner.
        case perCommand = "per-command"
        /// On one that commands of the same account under the same policy share, made by the caller.
        case perPolicy = "per-policy"
    }

    /// Who may use what a command makes.
    public var defaultList: DefaultList
    /// Where its windows belong.
    public var desktop: Desktop
    /// Whether everything it starts can be ended together; Windows: a job.
    public var endsTogether: Bool
    /// Whether it ends when the caller is gone.
    public var endsWithCaller: Bool
    /// Whether the profile of its account is loaded for every command.
    public var loadsProfile: Bool
    /// For how many milliseconds output is read that a process keeps open which the command left behind; without a limit until that one has
    /// ended.
    public var drainMilliseconds: UInt64?
    /// Whether the caller looks which process has connected to a runner's pipe.
    public var checksPipeClient = true
    /// Whether the tools of the agent that read and write files run inside too.
    public var confinesFileTools = true

    /// Makes rules.
    ///
    /// - Parameters:
    ///   - defaultList: who may use what a command makes.
    ///   - desktop: where its windows belong.
    ///   - endsTogether: whether everything it starts can be ended together.
    ///   - endsWithCaller: whether it ends when the caller is gone.
    ///   - loadsProfile: whether the profile of its account is loaded for every command.
    public init(
        defaultList: DefaultList, desktop: Desktop, endsTogether: Bool, endsWithCaller: Bool, loadsProfile: Bool
    ) {
        self.defaultList = defaultList
        self.desktop = desktop
        self.endsTogether = endsTogether
        self.endsWithCaller = endsWithCaller
        self.loadsProfile = loadsProfile
    }

    /// The documented design in August 2026.
    public static let documented = ProcessRules(
        defaultList: .everyone, desktop: .perCommand, endsTogether: true, endsWithCaller: false, loadsProfile: false)
}
