import Glibc
import SandboxModel
import SimulatedWindows

/// `sallyport sim`: a prompt and one-shot commands on a simulated Windows machine; nothing of this machine is touched.
struct SimCommand {
    let options: SimOptions

    /// Runs it.
    static func run(_ words: ArraySlice<String>) throws(CommandFailure) {
        let options = try SimOptions(words)
        if options.wantsHelp { return try StandardOutput.write(HelpText.sim) }
        try SimCommand(options: options).run()
    }

    private func run() throws(CommandFailure) {
        let command = RawArguments.command.map { String(decoding: $0, as: UTF8.self) }
        if RawArguments.hasSeparator, command.first?.isEmpty ?? true {
            throw CommandFailure(.usage, "there is no command", remedy: "see: sallyport sim --help")
        }
        if let path = options.save { try OutputFile.requirePlace(for: path) }
        switch options.task {
        case .designs: try StandardOutput.write(SandboxDesign.listing)
        case .prompt:
            let host = try SimMachine.host(options.machine)
            var shell = SimulatedShell(host: host, process: host.user)
            // Each word is written as a Windows program is given it.
            let code = try lines(of: &shell, command.isEmpty ? nil : command.joined(separator: " "))
            try finish(code, shell.host)
        case .run: try runInSandbox(command)
        }
    }

    /// The sandbox of the design on a machine where the person at the screen agrees to everything.
    private func runInSandbox(_ command: [String]) throws(CommandFailure) {
        let host = try SimMachine.host(options.machine)
        do {
            let sandbox = SimulatedSandbox(host: host, design: options.design).entered()
            // Once for setup, once for a rule that a design without accounts installs.
            for _ in 0..<2 { sandbox.host.machine.answerConsent(.approve) }
            try sandbox.install()
            let workspace = try HostPath("/C:/Users/\(host.userName)/repo")
            let policy = SandboxPolicy(mode: options.mode, workspace: workspace, network: options.network)
            let arguments = command.isEmpty ? ["cmd.exe"] : command
            let plan = try sandbox.plan(
                policy, arguments: arguments, timeoutMilliseconds: options.timeoutMilliseconds)
            guard !command.isEmpty else {
                var shell = SimulatedShell(host: sandbox.host, process: try sandbox.start(plan).process)
                let code = try lines(of: &shell, nil)
                return try finish(code, shell.host)
            }
            var session = try sandbox.open(plan)
            let input = isatty(STDIN_FILENO) == 1 ? "" : try InputText.contents(of: "-")
            let captured = try session.capture(input: Array(input.utf8))
            try StandardOutput.write(Self.plain(captured.output))
            StandardError.write(Self.plain(captured.errors))
            if captured.isTimedOut { StandardError.note("the simulated command's time was over", as: .note) }
            try finish(UInt32(bitPattern: captured.code), sandbox.host)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(
                .unavailable, "the simulated sandbox did not start: \(error)", remedy: "see: sallyport sim --help")
        }
    }

    /// Runs one line, or those of standard input until `exit`.
    ///
    /// - Returns: what the last line ended with.
    private func lines(of shell: inout SimulatedShell, _ line: String?) throws(CommandFailure) -> UInt32 {
        if let line {
            let (output, code) = shell.run(line)
            try StandardOutput.write(output)
            return code
        }
        let isTerminal = isatty(STDIN_FILENO) == 1
        var code: UInt32 = 0
        while shell.isRunning {
            if isTerminal { try StandardOutput.write("\n" + shell.prompt) }
            guard let text = readLine() else {
                if isTerminal { try StandardOutput.write("\n") }
                break
            }
            let words = text.split(separator: " ").map(String.init)
            if words.first?.lowercased() == "exit" {
                code = words.count > 1 ? UInt32(words[words.count - 1]) ?? 0 : code
                break
            }
            if let kept = try keep(words, &shell) {
                code = kept
                continue
            }
            let input = SimulatedShell.wantsInput(text) ? (readLine() ?? "") + "\n" : ""
            let (output, ended) = shell.run(text, input: input)
            try StandardOutput.write(output)
            code = ended
        }
        return code
    }

    /// Saves the machine to a file of this system, or goes on with the machine of one.
    ///
    /// - Returns: 0, or 1 when it was not possible; nothing when the line is another one.
    private func keep(_ words: [String], _ shell: inout SimulatedShell) throws(CommandFailure) -> UInt32? {
        guard words.count == 2, let verb = words.first?.lowercased(), verb == "save" || verb == "load" else {
            return nil
        }
        do throws(CommandFailure) {
            if verb == "save" {
                try SimMachine.save(shell.host, to: words[1])
            } else {
                let host = try SimMachine.host(words[1])
                shell = SimulatedShell(host: host, process: host.user)
            }
            return 0
        } catch {
            try StandardOutput.write("\(error.problem)\n")
            return 1
        }
    }

    /// Saves the machine if that is asked for, and ends this process as the command ended.
    private func finish(_ code: UInt32, _ host: SimulatedHost) throws(CommandFailure) {
        try SimMachine.save(host, to: options.save)
        guard code != 0 else { return }
        // A process of this system ends with a byte; larger numbers of Windows become the largest.
        exit(Int32(min(code, 255)))
    }

    private static func plain(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
    }
}
