import SandboxModel
import SimulatedWindows

/// `sallyport sim`: a prompt and one-shot commands on a simulated Windows machine; nothing of this machine is touched.
enum SimCommand {
    /// Runs it.
    static func run(_ words: ArraySlice<String>) throws(CommandFailure) {
        let options = try SimOptions(words)
        if options.wantsHelp { return try StandardOutput.write(HelpText.sim) }
        let shell = try shell(options)
        if RawArguments.hasSeparator {
            let command = RawArguments.command.map { String(decoding: $0, as: UTF8.self) }
                .map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
            guard !command.isEmpty else { throw CommandFailure(.usage, "there is no command", remedy: help) }
            let (output, code) = shell.run(command)
            try StandardOutput.write(output)
            guard code != 0 else { return }
            let isRefused = [Win32Error.accessDenied, .socketAccessDenied].contains(Win32Error(rawValue: code))
            throw CommandFailure(
                isRefused ? .permission : .data, "the simulated command ended with \(Win32Error(rawValue: code))")
        }
        while let text = readLine() {
            if text == "exit" { break }
            try StandardOutput.write(shell.run(text).output)
        }
    }

    private static var help: String { "see: sallyport sim --help" }

    /// The prompt: alice's own, or that of a command in the sandbox of a design.
    private static func shell(_ options: SimOptions) throws(CommandFailure) -> SimulatedShell {
        do {
            let (machine, alice) = try SimulatedMachine.workstation()
            let host = SimulatedHost(machine, user: alice)
            guard options.isSandboxed else { return SimulatedShell(host: host, process: alice) }
            let sandbox = SimulatedSandbox(host: host, design: options.design).entered()
            for _ in 0..<2 { sandbox.host.machine.answerConsent(.approve) }
            try sandbox.install()
            let workspace = try HostPath("/C:/Users/alice/repo")
            let policy = SandboxPolicy(mode: options.mode, workspace: workspace, network: options.network)
            let command = try sandbox.start(try sandbox.plan(policy, arguments: ["cmd.exe"]))
            return SimulatedShell(host: sandbox.host, process: command.process)
        } catch {
            throw CommandFailure(.unavailable, "the simulated sandbox did not start: \(error)", remedy: help)
        }
    }
}
