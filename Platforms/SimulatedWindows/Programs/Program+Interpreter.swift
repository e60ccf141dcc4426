/// What the interpreter does for itself.
extension Program {
    static func complain(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        run.fail(
            run.tail.isEmpty ? "The syntax of the command is incorrect." : "\(run.tail) was unexpected at this time.",
            255)
    }

    static func echo(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        switch run.tail.lowercased() {
        case "": run.print("ECHO is on.")
        case "on", "off": break
        default: run.print(run.tail)
        }
    }

    static func echoLine(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        run.print(run.tail)
    }

    static func exit(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        run.code = run.arguments.last.flatMap { Int32($0) } ?? machine.processes[run.process]?.activity?.code ?? 0
        run.exits = true
    }

    static func pause(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        if run.round == 0 {
            run.write("Press any key to continue . . . ")
            run.pause = .input
        } else {
            run.print()
        }
    }

    static func changeDirectory(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        guard var process = machine.processes[run.process] else { return }
        let target = run.arguments.filter { $0.lowercased() != "/d" }.joined(separator: " ")
        guard !target.isEmpty else { return run.print(process.workingDirectory.description) }
        do throws(CallError) {
            process.workingDirectory = try machine.enter(
                target, from: process.workingDirectory, token: process.token, call: "SetCurrentDirectoryW")
        } catch {
            throw CallError(machine.exists(target, for: process) ? .accessDenied : .pathNotFound, error.call, target)
        }
        machine.processes[run.process] = process
    }

    static func setVariable(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        guard var process = machine.processes[run.process] else { return }
        let parts = run.tail.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts.first ?? ""
        let index = process.environment.firstIndex { $0.name.lowercased() == name.lowercased() }
        guard parts.count == 2 else {
            let shown = process.environment.filter { $0.name.lowercased().hasPrefix(name.lowercased()) }
            for entry in shown.sorted(by: { $0.name.lowercased() < $1.name.lowercased() }) {
                run.print("\(entry.name)=\(entry.value)")
            }
            if shown.isEmpty, !name.isEmpty { run.fail("Environment variable \(name) not defined", 1) }
            return
        }
        if let index { process.environment.remove(at: index) }
        if !parts[1].isEmpty {
            process.environment.insert(EnvironmentEntry(name, parts[1]), at: index ?? process.environment.endIndex)
        }
        machine.processes[run.process] = process
    }

    /// Starts a program and goes on, or waits for it with `/wait`.
    static func start(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        if run.round > 0, let child = run.child {
            guard let code = machine.processes[child]?.exitCode else { return run.pause = .child(child) }
            run.code = code
            return
        }
        var words = run.arguments
        if run.tail.hasPrefix("\"") { words.removeFirst() }
        var waits = false
        while let option = words.first, option.hasPrefix("/") {
            if option.lowercased() == "/wait" { waits = true }
            words.removeFirst()
        }
        guard let name = words.first, let path = machine.findProgram(name, for: run.process) else {
            throw CallError(.fileNotFound, "ShellExecuteExW", words.first ?? "")
        }
        let child = try machine.createProcess(
            ProcessStart(
                image: path, commandLine: CommandLine.text(words), handles: run.handles, isCarriedOut: true),
            by: run.process)
        guard waits else { return }
        run.child = child
        run.pause = .child(child)
    }
}
