/// What the interpreter does with files.
extension Program {
    static func type(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        guard !run.arguments.isEmpty else { return complainAboutSyntax(&run) }
        for argument in run.arguments {
            for path in try machine.matches(argument, by: run.process) {
                run.write(try machine.readFile(path, by: run.process))
            }
        }
    }

    static func complainAboutSyntax(_ run: inout ProgramRun) { run.fail("The syntax of the command is incorrect.", 1) }

    /// The arguments that are no options.
    private static func operands(_ run: ProgramRun) -> [String] { run.arguments.filter { !$0.hasPrefix("/") } }

    /// Whether an option is there, whatever its case.
    static func has(_ option: String, _ run: ProgramRun) -> Bool {
        run.arguments.contains { $0.lowercased() == option }
    }

    static func copy(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        let names = operands(run)
        guard (1...2).contains(names.count) else { return complainAboutSyntax(&run) }
        var count = 0
        for source in try machine.matches(names[0], by: run.process) {
            let target = machine.destination(of: source, in: names.count > 1 ? names[1] : ".", for: run.process)
            let bytes = try machine.readFile(source, by: run.process)
            try machine.writeFile(target, bytes, by: run.process)
            if Wildcard.isOne(names[0]) { run.print(source) }
            count += 1
        }
        run.print("        \(count) file(s) copied.")
    }

    static func move(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        let names = operands(run)
        guard names.count == 2, let process = machine.processes[run.process] else { return complainAboutSyntax(&run) }
        var files = 0
        var directories = 0
        for source in try machine.matches(names[0], by: run.process) {
            let isDirectory = machine.isDirectory(source, for: process)
            let target = machine.destination(of: source, in: names[1], for: run.process)
            try machine.rename(source, to: target, replaces: !isDirectory, by: run.process)
            if isDirectory { directories += 1 } else { files += 1 }
        }
        run.print(directories > 0 ? "        \(directories) dir(s) moved." : "        \(files) file(s) moved.")
    }

    static func rename(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        let names = operands(run)
        guard names.count == 2 else { return complainAboutSyntax(&run) }
        // The new name stays in the directory of the old one, unless it says where it is.
        let (directory, _) = SimulatedMachine.divide(names[0])
        let target = SimulatedMachine.divide(names[1]).directory.isEmpty ? directory + names[1] : names[1]
        try machine.rename(names[0], to: target, by: run.process)
    }

    static func delete(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        guard let process = machine.processes[run.process], !operands(run).isEmpty else {
            return complainAboutSyntax(&run)
        }
        for operand in operands(run) {
            let everything = machine.isDirectory(operand, for: process) ? operand + #"\*"# : operand
            for path in try machine.matches(everything, by: run.process) {
                do throws(CallError) {
                    if has("/f", run) { try machine.setAttributes([], of: path, by: run.process) }
                    try machine.delete(path, by: run.process)
                } catch {
                    switch error.code {
                    case .fileNotFound: run.fail("Could Not Find \(machine.fullPath(path, for: process))", 2)
                    case .accessDenied:
                        run.fail("\(machine.fullPath(path, for: process))\r\nAccess is denied.", 5)
                    default: throw error
                    }
                }
            }
        }
    }

    static func makeDirectory(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        guard !run.arguments.isEmpty, let process = machine.processes[run.process] else {
            return complainAboutSyntax(&run)
        }
        for path in run.arguments {
            if machine.exists(path, for: process) {
                run.fail("A subdirectory or file \(path) already exists.", 183)
                continue
            }
            // Directories in between are made too.
            var above: [String] = []
            var part = path
            while !part.isEmpty, !machine.exists(part, for: process) {
                above.append(part)
                let (directory, _) = SimulatedMachine.divide(part)
                part = String(directory.dropLast(directory.hasSuffix(":") ? 0 : 1))
            }
            for part in above.reversed() { try machine.makeDirectory(part, by: run.process) }
        }
    }

    static func removeDirectory(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        guard !operands(run).isEmpty, let process = machine.processes[run.process] else {
            return complainAboutSyntax(&run)
        }
        for path in operands(run) {
            guard machine.isDirectory(path, for: process) || !machine.exists(path, for: process) else {
                throw CallError(.directory, "RemoveDirectoryW", path)
            }
            if has("/s", run) { try removeContents(of: path, &machine, run.process) }
            try machine.delete(path, by: run.process)
        }
    }

    private static func removeContents(
        of path: String, _ machine: inout SimulatedMachine, _ process: ProcessIdentifier
    ) throws(CallError) {
        for entry in try machine.list(path, by: process) {
            let inner = path + "\\" + entry.name.text
            if entry.attributes.contains(.directory), entry.reparsePoint == nil {
                try removeContents(of: inner, &machine, process)
            }
            try machine.delete(inner, by: process)
        }
    }

    static func makeLink(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        let names = operands(run)
        guard names.count == 2, let process = machine.processes[run.process] else { return complainAboutSyntax(&run) }
        var kind = "symbolic link"
        if has("/j", run) {
            kind = "Junction"
            let target = machine.fullPath(names[1], for: process)
            try machine.makeLink(names[0], to: .junction(target), isDirectory: true, by: run.process)
        } else if has("/h", run) {
            kind = "Hardlink"
            try machine.makeHardLink(names[0], to: names[1], by: run.process)
        } else {
            do throws(CallError) {
                try machine.makeLink(
                    names[0], to: .symbolicLink(names[1]), isDirectory: has("/d", run), by: run.process)
            } catch {
                guard error.code == .privilegeNotHeld else { throw error }
                return run.fail("You do not have sufficient privilege to perform this operation.", 1314)
            }
        }
        run.print("\(kind) created for \(names[0]) <<===>> \(names[1])")
    }
}
