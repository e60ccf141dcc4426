internal import SandboxModel
internal import SimulatedWindows

/// Verbs about what setup made, and what administrators do to it.
extension SimulatedCall {
    static let setupActions: [String: Action] = [
        "change-account": { call, words throws(CallError) in
            guard let change = accountChanges[words[1]] else {
                throw CallError(.invalidParameter, "NetUserSetInfo", words[1])
            }
            try call.host.machine.changeUser(words[0], change, by: call.process)
        },
        "freeze": { call, words throws(CallError) in
            try call.host.machine.setAttributes(.readOnly, of: words[0], by: call.process)
        },
        "open-passwords": { call, words throws(CallError) in
            for principal in Principal.allCases {
                _ = try call.host.password(of: principal, in: words[0], by: call.process)
            }
        },
        // The administrators of the domain do so; nobody on the machine is asked.
        "override-firewall-rules": { call, _ throws(CallError) in
            call.host.machine.setGroupPolicy([], localRulesCount: false)
        },
        // Whoever does it answers yes when Windows asks.
        "undo-setup": { call, _ throws(CallError) in
            do throws(SetupError) {
                try SimulatedSandbox(host: call.host, design: call.design).uninstall()
            } catch {
                throw CallError(.accessDenied, error.action, error.subject)
            }
        },
    ]

    private static let accountChanges: [String: AccountChange] = [
        "password": .password("somebody else's"), "expired-password": .mustChangePassword(true),
        "old-password": .passwordExpired(true), "disabled": .disabled(true),
    ]
}
