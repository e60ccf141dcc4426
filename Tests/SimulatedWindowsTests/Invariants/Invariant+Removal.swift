import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    /// Section 10.8 of the record: taking everything back.
    static let removing = [
        Invariant(
            "V142", "after removal accounts, group, rules, filters, secrets and hidden-user entries are gone",
            .open(holds: true, because: "nothing is left"), on: .packaged
        ) { stage in
            _ = try stage.start()
            stage.host.machine.answerConsent(.approve)
            try stage.sandbox.uninstall()
            let (fresh, _) = try SimulatedMachine.workstation()
            let machine = stage.host.machine
            var left = machine.firewall.rules.map(\.name) + machine.firewall.filters.map(\.name)
            left += machine.accounts.users.map(\.name).filter { fresh.accounts.user($0) == nil }
            left += machine.accounts.groups.map(\.name).filter { fresh.accounts.group($0) == nil }
            left += machine.registry.hiddenUsers
            left += [stage.host.installation.secrets, stage.host.installation.marker].filter(stage.exists)
            return Answer(left.isEmpty, left.isEmpty ? "nothing is left" : left.joined(separator: ", "))
        },
        Invariant("V144", "wherever removal stops, no account without rules can log on", on: .packaged) { stage in
            stage.host.machine.answerConsent(.approve)
            let before = stage.host.machine
            try stage.sandbox.uninstall()
            var machine = before
            for (index, call) in stage.host.machine.calls(from: before.callCount).enumerated() {
                machine.replay([call])
                guard let offline = machine.accounts.user(Principal.offline.accountName), !offline.isDisabled else {
                    continue
                }
                if machine.isOpen("203.0.113.10", 443, to: offline.sid) {
                    return Answer(false, "open after call \(index): \(call)")
                }
            }
            return Answer(machine == stage.host.machine)
        },
    ]
}

extension Registry {
    /// The names in the list of accounts that the logon screen does not show.
    fileprivate var hiddenUsers: [String] {
        keys.filter { $0.key.hasSuffix("userlist") }.flatMap { $0.value.values.keys.sorted() }
    }
}
