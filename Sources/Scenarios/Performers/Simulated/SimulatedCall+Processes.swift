internal import SimulatedWindows
internal import WindowsSecurity

/// Verbs about processes and identities.
extension SimulatedCall {
    static let processActions: [String: Action] = [
        // A signal is a suspension, an end, or only the question whether one might be sent.
        "signal": { call, words throws(CallError) in
            let target = try call.identifier(words[0])
            switch words.count > 1 ? words[1] : "0" {
            case "9", "15": try call.host.machine.terminate(target, by: call.process)
            case "18", "19": try call.openProcess(words[0], .processSuspendResume)
            default: try call.openProcess(words[0], .processTerminate)
            }
        },
        "trace": { call, words throws(CallError) in try call.openProcess(words[0], .processDebug) },
        "read-memory": { call, words throws(CallError) in try call.openProcess(words[0], .processReadMemory) },
        "read-environment": { call, words throws(CallError) in try call.openProcess(words[0], .processReadMemory) },
        "take-descriptor": { call, words throws(CallError) in
            try call.openProcess(words[0], .processDuplicateHandle)
        },
        "priority": { call, words throws(CallError) in try call.openProcess(words[0], .processSetInformation) },
        "affinity": { call, words throws(CallError) in try call.openProcess(words[0], .processSetInformation) },
        "limit": { call, words throws(CallError) in try call.openProcess(words[0], .processSetQuota) },
        "spawn": { call, words throws(CallError) in
            for _ in 0..<(Int(words[0]) ?? 1) { _ = try call.startProcess("cmd") }
        },
        "survive": { call, words throws(CallError) in
            _ = try call.startProcess(words.count > 1 ? words[1] : "lingering")
        },
        // It has the handles of its parent, as `start /b` hands them on.
        "hold-output": { call, words throws(CallError) in
            var start = ProcessStart(
                image: #"C:\Windows\System32\cmd.exe"#,
                commandLine: "cmd /c timeout /t \(words[0]) & echo late> \(words[1])", isCarriedOut: true)
            start.handles = call.host.machine.processes[call.process]?.standardHandles
            _ = try call.host.machine.createProcess(start, by: call.process)
        },
        "running": { call, words throws(CallError) in
            let isThere = call.host.machine.processes.values.contains { $0.isRunning && $0.commandLine == words[0] }
            guard isThere else { throw CallError(.fileNotFound, "CreateToolhelp32Snapshot", words[0]) }
        },
        "pipe": { call, _ throws(CallError) in
            let stream = try call.host.machine.createStream(by: call.process)
            try call.host.machine.writeStream([UInt8(ascii: "x")], to: stream, by: call.process)
            _ = try call.host.machine.readStream(stream, by: call.process)
            try call.host.machine.closeStream(.writing, of: stream, by: call.process)
            try call.host.machine.closeStream(.reading, of: stream, by: call.process)
        },
        "execute": { call, words throws(CallError) in
            _ = try call.host.machine.createProcess(
                ProcessStart(image: words[0], commandLine: words.joined(separator: " ")), by: call.process)
        },
        // A child of one's own that is filled with another program.
        "memory-execute": { call, _ throws(CallError) in
            let child = try call.startProcess("cmd")
            try call.host.machine.openProcess(child, .processDebug, by: call.process)
        },
        "raise": { call, words throws(CallError) in
            _ = try call.host.machine.elevate(
                ProcessStart(image: words[0], commandLine: words[0]), by: call.process)
        },
        "change-user": { call, words throws(CallError) in try call.become(words[0]) },
        "add-group": { call, words throws(CallError) in
            let own = call.host.machine.processes[call.process]?.token.user.sid ?? .null
            try call.host.machine.setMembership(true, of: own, in: words[0], by: call.process)
        },
        "guess-password": { call, words throws(CallError) in
            for _ in 0..<(Int(words[1]) ?? 1) {
                _ = try? call.host.machine.createProcess(
                    ProcessStart(image: "cmd.exe", commandLine: "cmd"), logon: words[0], password: "wrong",
                    by: call.process)
            }
            guard call.host.machine.accounts.user(words[0])?.isLockedOut == true else {
                throw CallError(.logonFailure, "CreateProcessWithLogonW", words[0])
            }
        },
        "environment": { call, words throws(CallError) in
            let variables = call.host.machine.processes[call.process]?.environment ?? []
            guard variables.contains(where: { $0.name.lowercased() == words[0].lowercased() }) else {
                throw CallError(WindowsLayer.environmentVariableNotFound, "GetEnvironmentVariableW", words[0])
            }
        },
    ]

    func identifier(_ word: String) throws(CallError) -> ProcessIdentifier {
        guard let number = UInt32(word) else { throw CallError(.invalidParameter, "OpenProcess", word) }
        return ProcessIdentifier(rawValue: number)
    }

    private func openProcess(_ word: String, _ rights: AccessMask) throws(CallError) {
        try host.machine.openProcess(try identifier(word), rights, by: process)
    }

    private func startProcess(_ commandLine: String) throws(CallError) -> ProcessIdentifier {
        try host.machine.createProcess(ProcessStart(image: "cmd.exe", commandLine: commandLine), by: process)
    }

    /// Takes the token of somebody's process and starts another with it.
    private func become(_ name: String) throws(CallError) {
        let actors: [String: Actor] = ["alice": .user, "bob": .other, "SYSTEM": .administrator]
        guard let target = actors[name].flatMap({ people[$0] }), let token = host.machine.processes[target]?.token
        else { throw CallError(.noneMapped, "LookupAccountNameW", name) }
        try host.machine.openProcess(target, .processQueryInformation, by: process)
        _ = try host.machine.createProcess(
            ProcessStart(image: "cmd.exe", commandLine: "cmd"), as: token, by: process)
    }
}

/// Rights on processes, winnt.h.
extension AccessMask {
    fileprivate static let processTerminate = AccessMask(rawValue: 0x1)
    fileprivate static let processReadMemory = AccessMask(rawValue: 0x10)
    fileprivate static let processDuplicateHandle = AccessMask(rawValue: 0x40)
    fileprivate static let processSetQuota = AccessMask(rawValue: 0x100)
    fileprivate static let processSetInformation = AccessMask(rawValue: 0x200)
    fileprivate static let processQueryInformation = AccessMask(rawValue: 0x400)
    fileprivate static let processSuspendResume = AccessMask(rawValue: 0x800)
    /// `PROCESS_CREATE_THREAD`, `PROCESS_VM_OPERATION` and `PROCESS_VM_WRITE`: what a debugger opens with.
    fileprivate static let processDebug = AccessMask(rawValue: 0x2A)
}
