public import SandboxModel
public import WindowsSecurity

/// A machine in use: the place where its present state is kept, for everybody who works on it.
///
/// The machine itself is a value; take it out to keep a state, put it back to return to it.
public final class SimulatedHost {
    /// The machine as it is now.
    public var machine: SimulatedMachine
    /// The shell of the person whose commands are sandboxed.
    public let user: ProcessIdentifier
    /// Where the sandbox keeps its files.
    public let installation: Installation
    /// Whether grants for reading take so long that commands start before they are made.
    public var delaysReadGrants = false
    /// Who is faster than the runners; nobody unless said.
    public var pipeRival: PipeRival?
    /// Where the program of the agent is installed.
    public var programDirectory = #"C:\Program Files\Codex"#
    /// What somebody else on the machine does at a moment of setup.
    public var interlude: ((SetupMoment) -> Void)?
    /// The runs of setup that are under way.
    var setups = SingleFlight<OfflineSettings, Result<[SetupOutcome], SetupError>>()
    /// The process that makes them, while it runs.
    var readGrantHelper: ReadGrantHelper?

    /// Makes a host of a machine.
    ///
    /// - Parameters:
    ///   - machine: the machine.
    ///   - user: the shell of the person whose commands are sandboxed.
    ///   - home: the directory of the sandbox's files.
    public init(_ machine: SimulatedMachine, user: ProcessIdentifier, home: String = #"C:\Users\alice\.codex"#) {
        self.machine = machine
        self.user = user
        installation = Installation(home: home)
    }

    /// The SID of the person whose commands are sandboxed.
    public var userSID: SID { machine.processes[user]?.token.user.sid ?? .null }

    /// The name of the person whose commands are sandboxed.
    public var userName: String { machine.accounts.users.first { $0.sid == userSID }?.name ?? "" }

    /// The SID of a group of the sandbox, once it exists.
    ///
    /// - Parameter group: the group.
    /// - Returns: its SID.
    public func sid(of group: SandboxGroup) -> SID? { machine.accounts.group(group.groupName)?.sid }

    /// The SID of a principal, once it exists.
    ///
    /// - Parameter principal: the principal.
    /// - Returns: its SID.
    public func sid(of principal: Principal) -> SID? { machine.accounts.user(principal.accountName)?.sid }

    /// Where a design starts the command runner: a copy in the sandbox's own directory, or the one beside the agent's program.
    func runner(_ design: SandboxDesign) -> String {
        design.setup.copiesRunner ? installation.runner : programDirectory + #"\codex-command-runner.exe"#
    }

    /// Whether something is at a path, as the system sees it.
    func exists(_ path: String) -> Bool {
        var probe = machine
        return (try? probe.descriptor(of: path, by: SimulatedMachine.system)) != nil
    }
}
