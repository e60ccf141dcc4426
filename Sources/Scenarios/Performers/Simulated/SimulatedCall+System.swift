internal import SandboxModel
internal import SimulatedWindows
internal import WindowsSecurity

/// Verbs about privileges, desktops, secrets and what is inherited.
extension SimulatedCall {
    static let systemActions: [String: Action] = [
        "capabilities": { call, _ throws(CallError) in
            let held = call.token.enabledPrivileges.subtracting(PrivilegeSet([.changeNotify]))
            guard !held.isEmpty else { throw CallError(.privilegeNotHeld, "PrivilegeCheck", "the token") }
        },
        "kernel-call": { call, words throws(CallError) in
            switch words[0] {
            case "module": try call.require(.loadDriver, "NtLoadDriver")
            case "kernel-log": try call.require(.security, "EvtQuery")
            default:
                try call.host.machine.setValue(
                    RegistryValue("ComputerName", .text("probe")), in: #"HKLM\SYSTEM"#, by: call.process)
            }
        },
        // Opening a desktop of somebody's window station is what reading its windows and typing into them begins with.
        "open-desktop": { call, words throws(CallError) in try call.openDesktop(words[0]) },
        "window-message": { call, words throws(CallError) in
            try call.host.machine.postMessage(to: try call.identifier(words[0]), by: call.process)
        },
        "client-credentials": { call, _ throws(CallError) in
            try call.host.machine.acquireClientCredentials(by: call.process)
        },
        "terminal": { call, _ throws(CallError) in try call.openDesktop(SimulatedMachine.defaultDesktop) },
        "inject": { call, _ throws(CallError) in try call.openDesktop(SimulatedMachine.defaultDesktop) },
        "keyring": { call, words throws(CallError) in
            let owner = words[0] == "read" ? call.host.user : call.process
            let secret = try call.host.machine.protect(Array("secret".utf8), scope: .user, by: owner)
            _ = try call.host.machine.unprotect(secret, by: call.process)
        },
        // A named object stands for a segment of memory: both have a name for everybody and a list of their own.
        "shared-memory": { call, words throws(CallError) in
            if words[1] == "create" {
                _ = try call.host.machine.createMutex(SimulatedCall.shared(words[0]), by: call.process)
            } else {
                try call.host.machine.probeMutex(SimulatedCall.shared(words[0]), by: call.process)
            }
        },
        "intercept-runner": { call, _ throws(CallError) in
            call.host.pipeRival = PipeRival(process: call.process)
            defer { call.host.pipeRival = nil }
            call.startNext()
            guard call.host.pipeRival?.received.isEmpty == false else {
                throw CallError(.brokenPipe, "ReadFile", "the pipe of the runner")
            }
        },
        "descriptors": { call, _ throws(CallError) in
            for (_, handle) in call.inherited.sorted(by: { $0.key < $1.key }) {
                _ = try call.host.machine.read(handle, by: call.process)
            }
        },
        "reopen": { call, words throws(CallError) in
            try call.host.machine.write(Array("probe".utf8), to: try call.handle(words[0]), by: call.process)
        },
        "open-below": { call, words throws(CallError) in
            _ = try call.host.machine.read(try call.handle(words[0]), by: call.process)
        },
        "remove-firewall-rules": { call, _ throws(CallError) in
            for rule in call.host.machine.firewall.rules {
                try call.host.machine.removeFirewallRule(rule.name, by: call.process)
            }
            let filters = Set(call.host.machine.firewall.filters.map(\.name))
            try call.host.machine.removePacketFilters(filters, by: call.process)
        },
    ]

    /// The name under which an object is shared by everybody.
    static func shared(_ key: String) -> String { #"Global\probe-"# + key }

    private var token: AccessToken { host.machine.processes[process]?.token ?? AccessToken(user: .null) }

    private func require(_ privilege: Privilege, _ name: String) throws(CallError) {
        guard token.holds(privilege) else { throw CallError(.privilegeNotHeld, name, "\(privilege)") }
    }

    private func openDesktop(_ name: String) throws(CallError) {
        let plain = name.split(separator: "\\").last.map(String.init) ?? name
        _ = try host.machine.createDesktop(plain, descriptor: nil, by: process)
    }

    private func handle(_ word: String) throws(CallError) -> HandleIdentifier {
        guard let number = Int(word), let handle = inherited[number] else {
            throw CallError(.invalidHandle, "ReadFile", "handle \(word)")
        }
        return handle
    }
}
