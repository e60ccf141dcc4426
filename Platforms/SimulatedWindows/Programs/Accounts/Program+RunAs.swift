/// `runas` and `sudo`: programs as somebody else.
extension Program {
    static func runAs(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        if let child = run.child { return followed(child, machine, &run) }
        let user = run.arguments.first { $0.lowercased().hasPrefix("/user:") }.map { String($0.dropFirst(6)) }
        guard let user, let line = run.arguments.last, !line.hasPrefix("/") else {
            return run.fail("RUNAS USAGE:\r\n\r\nRUNAS /user:<UserName> program", 1)
        }
        let name = user.split(separator: "\\").last.map(String.init) ?? user
        if run.round == 0 { run.write("Enter the password for \(user): ") }
        guard run.inputIsAtEnd || run.input.contains(0x0A) else { return run.pause = .input }
        let password = String(decoding: run.input.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
        run.print()
        run.print("Attempting to start \(line) as user \"\(machine.name)\\\(name)\" ...")
        do throws(CallError) {
            let start = try self.start(line, machine, run)
            let child = try machine.createProcess(start, logon: name, password: password, by: run.process)
            run.child = child
            run.pause = .child(child)
        } catch {
            run.fail(
                "RUNAS ERROR: Unable to run - \(line)\r\n\(error.code.rawValue): \(error.code.message)",
                Int32(bitPattern: error.code.rawValue))
        }
    }

    /// Windows 11's `sudo`: the program elevated, when the person at the machine agrees.
    static func superuserDo(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        if let child = run.child { return followed(child, machine, &run) }
        guard !run.tail.isEmpty else { return run.fail("Usage: sudo <command>", 1) }
        let child = try machine.elevate(try start(run.tail, machine, run), by: run.process)
        run.child = child
        run.pause = .child(child)
    }

    private static func start(
        _ line: String, _ machine: SimulatedMachine, _ run: ProgramRun
    ) throws(CallError) -> ProcessStart {
        let (name, _) = SimulatedMachine.split(line)
        return ProcessStart(
            image: try machine.image(name, for: run.process), commandLine: line,
            handles: StandardHandles(output: run.handles.output, error: run.handles.error), isCarriedOut: true)
    }

    private static func followed(_ child: ProcessIdentifier, _ machine: SimulatedMachine, _ run: inout ProgramRun) {
        guard let code = machine.processes[child]?.exitCode else { return run.pause = .child(child) }
        run.code = code
    }
}
