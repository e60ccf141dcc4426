internal import SimulatedWindows
internal import WindowsSecurity

/// Verbs about processes and identities.
extension SimulatedCall {
    static let processActions: [String: Action] = [
        "signal": { call, words throws(CallError) in
            try call.host.machine.terminate(try call.identifier(words[0]), by: call.process)
        },
        // PROCESS_VM_WRITE, PROCESS_VM_OPERATION and PROCESS_CREATE_THREAD, what a debugger opens with.
        "trace": { call, words throws(CallError) in try call.openProcess(words[0], 0x2A) },
        // PROCESS_VM_READ.
        "read-memory": { call, words throws(CallError) in try call.openProcess(words[0], 0x10) },
        // PROCESS_DUP_HANDLE.
        "take-descriptor": { call, words throws(CallError) in try call.openProcess(words[0], 0x40) },
        // PROCESS_SET_INFORMATION.
        "priority": { call, words throws(CallError) in try call.openProcess(words[0], 0x200) },
        "affinity": { call, words throws(CallError) in try call.openProcess(words[0], 0x200) },
        // PROCESS_SET_QUOTA.
        "limit": { call, words throws(CallError) in try call.openProcess(words[0], 0x100) },
        "spawn": { call, words throws(CallError) in
            for _ in 0..<(Int(words[0]) ?? 1) {
                _ = try call.host.machine.createProcess(
                    ProcessStart(image: "cmd.exe", commandLine: "cmd"), by: call.process)
            }
        },
        "execute": { call, words throws(CallError) in
            _ = try call.host.machine.createProcess(
                ProcessStart(image: words[0], commandLine: words.joined(separator: " ")), by: call.process)
        },
    ]

    private func identifier(_ word: String) throws(CallError) -> ProcessIdentifier {
        guard let number = UInt32(word) else { throw CallError(.invalidParameter, "OpenProcess", word) }
        return ProcessIdentifier(rawValue: number)
    }

    private func openProcess(_ word: String, _ rights: UInt32) throws(CallError) {
        try host.machine.openProcess(try identifier(word), AccessMask(rawValue: rights), by: process)
    }
}
