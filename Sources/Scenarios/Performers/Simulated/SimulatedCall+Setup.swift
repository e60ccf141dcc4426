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
    ]

    private static let accountChanges: [String: AccountChange] = [
        "password": .password("somebody else's"), "expired-password": .mustChangePassword(true),
        "old-password": .passwordExpired(true), "disabled": .disabled(true),
    ]

    /// Has the setup program remove what setup made; whoever does it answers yes when Windows asks.
    ///
    /// Setup is a program of many calls, so that its failure is its own sentence, with the call that failed behind it.
    func undoSetup() -> Result {
        do throws(SetupError) {
            try SimulatedSandbox(host: host, design: design).uninstall()
            return .success
        } catch {
            guard let failure = host.machine.lastFailure, error.detail.hasSuffix("\(failure.error.code)") else {
                return .refused(by: WindowsLayer.system, error.description)
            }
            return Result(
                isSuccess: false,
                observation: Observation(
                    verdict: .denied, layers: [WindowsLayer.deciding(failure)], answer: error.description,
                    derivation: WindowsDerivation.lines(failure)))
        }
    }
}
