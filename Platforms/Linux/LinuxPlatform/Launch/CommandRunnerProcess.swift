internal import CLinux
internal import Glibc
public import SandboxModel

/// The command runner as a process: it is started, given a request, and heard.
///
/// It can be started before there is a request, and then does what is the same for every request while its caller still
/// resolves the policy and grants the roots.
public final class CommandRunnerProcess {
    /// The runner's program.
    public let program: String

    private struct Started {
        let process: pid_t
        let request: Descriptor
        let outcome: Descriptor
        let terminal: PseudoTerminal?
    }

    private var started: Started?

    /// Starts nothing yet.
    ///
    /// - Parameter program: the runner's program: the installed one, or one of one's own for the unelevated level.
    public init(program: String) {
        self.program = program
    }

    deinit {
        finish()
    }

    /// Starts the runner, which then waits for its request; posix_spawn(3).
    ///
    /// When standard input and output are terminals, the command gets a terminal of its own, so that it can control its jobs and
    /// cannot touch the caller's; otherwise it gets the caller's descriptors. The runner ends with this process.
    ///
    /// - Throws: `LaunchError` when the program cannot be started.
    public func start() throws(LaunchError) {
        guard started == nil else { return }
        let request = try Pipe(to: "make a pipe for the request")
        let outcome = try Pipe(to: "make a pipe for the outcome")
        let terminal = try PseudoTerminal.open()
        let process = unsafe host_spawn_runner(
            program, request.output.number, outcome.input.number, terminal?.replica.number ?? -1)
        guard process > 0 else {
            throw LaunchError(.runner, layer: "runner", "start '\(program)'", systemError: -process)
        }
        terminal?.replica.close()
        started = Started(process: process, request: request.input, outcome: outcome.output, terminal: terminal)
    }

    /// Runs a command in the sandbox and waits for its end; starts the runner if nobody has.
    ///
    /// SIGTERM, SIGHUP and SIGINT are passed on; SIGQUIT is ignored.
    ///
    /// - Parameter request: what is to be in force.
    /// - Returns: how the command ended.
    /// - Throws: `LaunchError` when a layer could not be put in force; the command did not start then.
    public func run(_ request: LaunchRequest) throws(LaunchError) -> CommandOutcome {
        let encoded = try Self.encode(request)
        try start()
        guard let started else { throw LaunchError(.runner, layer: "runner", "start '\(program)'") }
        let signals = try Descriptor(host_block_signals(), to: "listen for signals")
        defer { host_restore_signals() }
        defer { started.terminal?.restore() }
        // The window may have changed while nobody listened.
        started.terminal?.resize()
        try Descriptor.check(
            unsafe host_write_request(started.request.number, encoded, encoded.count), to: "write the launch request")
        started.request.close()
        try started.terminal?.begin()
        let report = Supervision(
            process: started.process, outcome: started.outcome, signals: signals.number, terminal: started.terminal
        ).wait()
        return try conclude(report)
    }

    /// Waits until the runner itself is gone; one that has no request yet will not get any.
    ///
    /// - Returns: its wait status, waitpid(2), or nothing when none was started.
    @discardableResult
    public func finish() -> Int32? {
        guard let ending = started else { return nil }
        started = nil
        ending.request.close()
        var status: Int32 = 0
        while unsafe waitpid(ending.process, &status, 0) < 0, errno == EINTR {}
        return status
    }

    private static func encode(_ request: LaunchRequest) throws(LaunchError) -> [UInt8] {
        let encoded = request.encoded
        guard encoded.count <= LaunchRequest.longest else {
            throw LaunchError(
                .request, layer: "request",
                "arguments and environment need \(encoded.count) bytes, \(LaunchRequest.longest) are possible; "
                    + "pass them in a file", systemError: E2BIG)
        }
        guard let bound = (request.arguments + request.environment).map(\.count).max(),
            bound + 16 <= LaunchRequest.longestField
        else {
            throw LaunchError(
                .request, layer: "request",
                "an argument or variable is longer than \(LaunchRequest.longestField) bytes; pass it in a file",
                systemError: E2BIG)
        }
        return encoded
    }

    /// Reads what the runner said; its own status counts only when it was killed without a word.
    private func conclude(_ report: [UInt8]) throws(LaunchError) -> CommandOutcome {
        let parsed: RunnerReport
        do throws(WireError) {
            parsed = try RunnerReport(parsing: report)
        } catch {
            throw LaunchError(
                .runner, layer: "runner",
                "the runner's report \(PrintableText.quoted(report)) is not of the agreed form")
        }
        switch parsed {
        case .ended(let outcome): return outcome
        case .failed(let layer, let systemError, let text):
            throw LaunchError(.layer, layer: layer, text, systemError: systemError)
        case .silent:
            throw LaunchError(
                .runner, layer: "runner",
                "the runner ended (wait status \(finish() ?? 0)) without saying how the command did")
        }
    }
}
