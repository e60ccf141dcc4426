internal import WindowsSecurity

/// `reg`.
extension Program {
    static func registry(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        guard run.arguments.count > 1 else {
            return run.fail("ERROR: Invalid syntax.\r\nType \"REG /?\" for usage.", 1)
        }
        let path = key(run.arguments[1], for: run.process, machine)
        do throws(CallError) {
            switch run.arguments[0].lowercased() {
            case "query": try query(path, &machine, &run)
            case "add": try add(path, &machine, &run)
            case "delete":
                guard let name = value(of: "/v", run) else { return run.fail("ERROR: Invalid syntax.", 1) }
                try machine.deleteValue(name, in: path, by: run.process)
                run.print("The operation completed successfully.")
            default: run.fail("ERROR: Invalid syntax.\r\nType \"REG /?\" for usage.", 1)
            }
        } catch {
            let text =
                error.code == .fileNotFound
                ? "ERROR: The system was unable to find the specified registry key or value."
                : "ERROR: \(error.code.message)"
            run.fail(text, Int32(bitPattern: error.code.rawValue))
        }
    }

    /// The word behind an option.
    static func value(of option: String, _ run: ProgramRun) -> String? {
        guard let index = run.arguments.firstIndex(where: { $0.lowercased() == option }),
            index + 1 < run.arguments.count
        else { return nil }
        return run.arguments[index + 1]
    }

    /// The path of a key with the short name of its hive; `HKCU` is the hive of the process's user.
    private static func key(_ path: String, for process: ProcessIdentifier, _ machine: SimulatedMachine) -> String {
        let parts = path.split(separator: "\\", maxSplits: 1).map(String.init)
        let user = machine.processes[process]?.token.user.sid.description ?? ""
        let hives = [
            "HKEY_LOCAL_MACHINE": "HKLM", "HKEY_USERS": "HKU", "HKEY_CURRENT_USER": "HKU\\" + user,
            "HKCU": "HKU\\" + user,
        ]
        guard let first = parts.first else { return path }
        let hive = hives[first.uppercased()] ?? first.uppercased()
        return ([hive] + parts.dropFirst()).joined(separator: "\\")
    }

    private static func query(
        _ path: String, _ machine: inout SimulatedMachine, _ run: inout ProgramRun
    ) throws(CallError) {
        let (values, subkeys) = try machine.enumerateKey(path, by: run.process)
        let wanted = value(of: "/v", run)
        let shown = values.filter { wanted == nil || $0.name.lowercased() == wanted?.lowercased() }
        if wanted != nil, shown.isEmpty { throw CallError(.fileNotFound, "RegQueryValueExW", path) }
        if !shown.isEmpty {
            run.print()
            run.print(long(path))
            for value in shown {
                switch value.content {
                case .number(let number):
                    run.print("    \(value.name)    REG_DWORD    0x\(String(number, radix: 16))")
                case .text(let text): run.print("    \(value.name)    REG_SZ    \(text)")
                }
            }
        }
        run.print()
        guard wanted == nil else { return }
        for subkey in subkeys { run.print(long(subkey)) }
    }

    private static func long(_ path: String) -> String {
        let parts = path.split(separator: "\\", maxSplits: 1).map(String.init)
        let names = ["HKLM": "HKEY_LOCAL_MACHINE", "HKU": "HKEY_USERS"]
        return ([names[parts[0].uppercased()] ?? parts[0]] + parts.dropFirst()).joined(separator: "\\")
    }

    private static func add(
        _ path: String, _ machine: inout SimulatedMachine, _ run: inout ProgramRun
    ) throws(CallError) {
        try machine.createKey(path, by: run.process)
        if let name = value(of: "/v", run) {
            let data = value(of: "/d", run) ?? ""
            let isNumber = value(of: "/t", run)?.uppercased() == "REG_DWORD"
            let number = data.lowercased().hasPrefix("0x") ? UInt32(data.dropFirst(2), radix: 16) : UInt32(data)
            let content: RegistryValue.Content = isNumber ? .number(number ?? 0) : .text(data)
            if isNumber, number == nil { throw CallError(.invalidParameter, "RegSetValueExW", data) }
            try machine.setValue(RegistryValue(name, content), in: path, by: run.process)
        }
        run.print("The operation completed successfully.")
    }
}
