internal import CLinux
internal import Glibc
public import SandboxModel

/// Starts the command runner, waits for it, and hears how the command ended.
public struct CommandRunnerProcess: Sendable {
    /// The runner's program.
    public var program: String

    /// Makes a starter.
    ///
    /// - Parameter program: the runner's program: the installed one, or one of one's own for the unelevated level.
    public init(program: String) {
        self.program = program
    }

    /// Runs a command in the sandbox and waits for it.
    ///
    /// When standard input and output are terminals, the command gets a terminal of its own, so that it can control its jobs and
    /// cannot touch the caller's; otherwise it gets the caller's descriptors. SIGTERM, SIGHUP and SIGINT are passed on; SIGQUIT is
    /// ignored. The runner ends with this process.
    ///
    /// - Parameter request: what is to be in force.
    /// - Returns: how the command ended.
    /// - Throws: `LaunchError` when a layer could not be put in force; the command did not start then.
    public func run(_ request: LaunchRequest) throws(LaunchError) -> CommandOutcome {
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
        let sealed = try Descriptor(unsafe host_sealed_file(encoded, encoded.count), to: "make the launch request")
        var ends: [Int32] = [-1, -1]
        try Descriptor.check(unsafe host_pipe(&ends), to: "make a pipe")
        let outcome = Descriptor(owning: ends[0])
        let report = Descriptor(owning: ends[1])
        let signals = try Descriptor(host_block_signals(), to: "listen for signals")
        defer { host_restore_signals() }
        let terminal = try PseudoTerminal.open()
        defer { terminal?.restore() }
        let process = unsafe host_spawn_runner(
            program, sealed.number, report.number, terminal?.replica.number ?? -1)
        guard process > 0 else {
            throw LaunchError(.runner, layer: "runner", "start '\(program)'", systemError: -process)
        }
        report.close()
        sealed.close()
        terminal?.replica.close()
        try terminal?.begin()
        let status = Supervision(process: process, signals: signals.number, terminal: terminal).wait()
        return try Self.conclude(status: status, report: outcome)
    }

    /// Reads what the runner said; its own status counts only when it was killed without a word.
    private static func conclude(status: Int32, report: Descriptor) throws(LaunchError) -> CommandOutcome {
        let bytes = report.drain(limit: RunnerReport.longest)
        let parsed: RunnerReport
        do throws(WireError) {
            parsed = try RunnerReport(parsing: bytes)
        } catch {
            throw LaunchError(
                .runner, layer: "runner", "the runner's report \(PrintableText.quoted(bytes)) is not of the agreed form"
            )
        }
        switch parsed {
        case .ended(let outcome): return outcome
        case .failed(let layer, let systemError, let text):
            throw LaunchError(.layer, layer: layer, text, systemError: systemError)
        case .silent:
            throw LaunchError(
                .runner, layer: "runner", "the runner ended (wait status \(status)) without saying how the command did")
        }
    }
}
