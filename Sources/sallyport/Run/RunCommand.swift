import ArgumentParser
import LinuxPlatform
import SandboxModel

/// `sallyport run`: a command in the sandbox.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a command in the sandbox.",
        usage: "sallyport run [<options>] -- <command> [<arguments>...]",
        discussion: """
            The command may write the working directory (under workspace-write) and what --writable-root names, but never \
            .git, .codex and .agents in them, and may not use the network. Its exit code is the command's; 192 says that \
            the time was up.
            """)

    @Option(help: "What the command may do: read-only, workspace-write or danger-full-access.")
    var policy: SandboxMode = .workspaceWrite

    @Option(help: "Another directory the command may write; repeat for more.")
    var writableRoot: [String] = []

    @Option(help: "A directory to show for reading that the sandbox could not read otherwise; repeat for more.")
    var readableRoot: [String] = []

    @Option(help: "A path that must not be read; repeat for more.")
    var denyRead: [String] = []

    @Option(help: "A path inside a writable root that must stay as it is; repeat for more.")
    var readOnly: [String] = []

    @Flag(help: "Let the command use the network.")
    var network = false

    @Option(help: "Seconds after which the command and everything it started is ended.")
    var timeout: Double?

    @Option(help: "The directory the command works in; the current one unless given.")
    var cwd: String?

    @Option(help: "elevated: with the accounts that setup made; unelevated: as yourself, without setup.")
    var level: SandboxLevel = .elevated

    @Option(help: "A gate to give up by name: abstract-unix-sockets.")
    var acceptLoss: [String] = []

    @Flag(help: "Grant also files and directories of the roots that are closed to everybody but you.")
    var includePrivate = false

    @Flag(help: "Show what would be in force, and run nothing.")
    var dryRun = false

    @Flag(help: "With --dry-run: as JSON.")
    var json = false

    @Argument(help: .hidden)
    var stray: [String] = []

    func run() throws {
        try SandboxedRun(options: options).run()
    }

    private var options: RunOptions {
        RunOptions(
            policy: policy, writableRoots: writableRoot, readableRoots: readableRoot, deniedPaths: denyRead,
            readOnlyPaths: readOnly, network: network, timeout: timeout, workingDirectory: cwd, level: level,
            acceptedLosses: acceptLoss, includePrivate: includePrivate, dryRun: dryRun, json: json, stray: stray)
    }
}
