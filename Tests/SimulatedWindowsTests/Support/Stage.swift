import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

/// A workstation with a design installed, and commands in its sandbox.
struct Stage {
    static let repository = #"C:\Users\alice\repo"#
    static let other = #"C:\Users\alice\other"#

    let sandbox: SimulatedSandbox
    var host: SimulatedHost { sandbox.host }

    init(
        _ design: SandboxDesign = .elevatedOnWindows, questions: OpenQuestions = OpenQuestions(),
        home: String = #"C:\Users\alice\.codex"#
    ) throws {
        let (machine, alice) = try SimulatedMachine.workstation(questions: questions)
        sandbox = SimulatedSandbox(host: SimulatedHost(machine, user: alice, home: home), design: design)
        // Once for setup, once for a rule that a design without accounts installs.
        sandbox.host.machine.answerConsent(.approve)
        try sandbox.install()
    }

    /// A policy for the repository.
    static func policy(
        _ mode: SandboxMode = .workspaceWrite, roots: [String] = [], readOnly: [String] = [], denied: [String] = [],
        patterns: [String] = [], network: NetworkAccess = .restricted
    ) throws -> SandboxPolicy {
        var policy = SandboxPolicy(
            mode: mode, workspace: try hostPath(repository), writableRoots: try roots.map(hostPath),
            readOnlyPaths: try readOnly.map(hostPath), deniedPaths: try denied.map(hostPath), network: network)
        policy.deniedPatterns = patterns
        return policy
    }

    static func hostPath(_ windows: String) throws -> HostPath { try HostPath(windows: try FilePath(windows)) }

    /// Starts a command.
    func start(
        _ policy: SandboxPolicy? = nil, command: [String] = ["cmd.exe", "/c", "work"], isInteractive: Bool = false,
        environment: [(String, String)] = [], proxyRoute: SID? = nil
    ) throws -> SandboxedCommand {
        let variables = environment.map { EnvironmentVariable($0.0, $0.1) }
        let plan = try sandbox.plan(
            try policy ?? Self.policy(), arguments: command, environment: variables, proxyRoute: proxyRoute)
        return try sandbox.start(plan, isInteractive: isInteractive)
    }

    /// The capability of a root of a command.
    func capability(of root: String, _ command: SandboxedCommand) throws -> SID {
        try #require(command.plan.capabilities.first { $0.root?.windows == root }).sid
    }

    /// The number of the error that writing a file ends with.
    func write(_ path: String, by process: ProcessIdentifier) -> UInt32 {
        code { try host.machine.writeFile(path, bytes("x"), by: process) }
    }

    func read(_ path: String, by process: ProcessIdentifier) -> UInt32 {
        code { _ = try host.machine.readFile(path, by: process) }
    }

    func delete(_ path: String, by process: ProcessIdentifier) -> UInt32 {
        code { try host.machine.delete(path, by: process) }
    }

    func connect(_ address: String, _ port: UInt16, by process: ProcessIdentifier) throws -> UInt32 {
        let target = try #require(NetworkAddress(address))
        return code { try host.machine.connect(to: target, port: port, by: process) }
    }
}
