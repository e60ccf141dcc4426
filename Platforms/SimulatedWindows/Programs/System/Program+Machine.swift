internal import WindowsSecurity

/// What tells about the machine, and what ends processes.
extension Program {
    static func version(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        run.print()
        run.print("Microsoft Windows [Version 10.0.26200.1] (simulated)")
    }

    static func volume(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        let letter = run.arguments.first.map { String($0.prefix(1)).uppercased() } ?? "C"
        guard let byte = letter.utf8.first, machine.files.volume(byte) != nil else {
            throw CallError(.pathNotFound, "GetVolumeInformationW", letter)
        }
        run.print(" Volume in drive \(letter) has no label.")
        run.print(" Volume Serial Number is \(machine.serialNumber)")
    }

    static func hostName(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        run.print(machine.name)
    }

    static func date(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        run.print(CivilDate(seconds: UInt64(machine.second)).date)
    }

    static func time(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        run.print(CivilDate(seconds: UInt64(machine.second)).time)
    }

    static func help(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        run.print("Commands of the interpreter:")
        list(builtIn.keys.filter { $0.allSatisfy(\.isLetter) && !$0.isEmpty }, &run)
        run.print("Programs in C:\\Windows\\System32:")
        list(Array(external.keys), &run)
    }

    private static func list(_ names: [String], _ run: inout ProgramRun) {
        let names = names.sorted()
        for start in stride(from: 0, to: names.count, by: 8) {
            run.print("  " + names[start..<min(start + 8, names.count)].joined(separator: " "))
        }
    }

    static func taskKill(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        var targets: [SimulatedProcess] = []
        if let text = value(of: "/pid", run) {
            guard let number = UInt32(text),
                let process = machine.processes[ProcessIdentifier(rawValue: number)], process.isRunning
            else { return run.fail("ERROR: The process \"\(text)\" not found.", 128) }
            targets = [process]
        } else if let name = value(of: "/im", run) {
            targets = machine.processes.values.filter {
                $0.isRunning && SimulatedMachine.divide($0.image).name.lowercased() == name.lowercased()
            }.sorted { $0.identifier < $1.identifier }
            guard !targets.isEmpty else { return run.fail("ERROR: The process \"\(name)\" not found.", 128) }
        } else {
            return run.fail("ERROR: Invalid syntax. Neither /FI nor /PID nor /IM were specified.", 1)
        }
        for target in targets {
            let number = target.identifier.rawValue
            do throws(CallError) {
                try machine.terminate(target.identifier, code: 1, by: run.process)
                run.print("SUCCESS: The process with PID \(number) has been terminated.")
            } catch {
                run.fail(
                    "ERROR: The process with PID \(number) could not be terminated.\r\nReason: \(error.code.message)",
                    Int32(bitPattern: error.code.rawValue))
            }
        }
    }
}
