import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    /// Section 10.8 of the record: setup.
    static let installing = [
        Invariant("V129", "a marker or passwords' file of another version brings full setup about") { stage in
            for path in [stage.host.installation.marker, stage.host.installation.users] {
                stage.host.machine.answerConsent(.approve)
                let before = stage.passwords
                let text = String(
                    decoding: try stage.host.machine.readFile(path, by: stage.host.user), as: UTF8.self)
                let older = text.replacing("\"version\":5", with: "\"version\":4")
                guard older != text else { return Answer(false, "\(path) has no version") }
                try stage.host.machine.writeFile(path, bytes(older), by: stage.host.user)
                _ = try stage.start()
                guard stage.passwords != before else { return Answer(false, "\(path) was believed") }
            }
            return Answer(stage.host.machine.consent.isEmpty)
        },
        Invariant("V130", "a second setup keeps accounts and rules, doubles nothing, and changes the passwords") {
            stage in
            let before = stage.host.machine
            let passwords = stage.passwords
            stage.host.machine.answerConsent(.approve)
            try stage.sandbox.install()
            let after = stage.host.machine
            return Answer(
                after.accounts.users.map(\.sid) == before.accounts.users.map(\.sid)
                    && after.accounts.groups == before.accounts.groups && after.firewall == before.firewall
                    && Set(stage.passwords).isDisjoint(with: passwords))
        },
        Invariant(
            "V131", "what happens before a command touches no account, rule, password or marker, and asks nobody"
        ) { stage in
            let before = stage.host.machine
            _ = try stage.start()
            let after = stage.host.machine
            let installation = stage.host.installation
            let isSame = [installation.marker, installation.users].allSatisfy { after.hasSameFile($0, as: before) }
            return Answer(
                after.consent == before.consent && isSame
                    && after.accounts.users.map(\.password) == before.accounts.users.map(\.password)
                    && after.accounts.users.map(\.sid) == before.accounts.users.map(\.sid)
                    && after.firewall == before.firewall && after.accounts.groups == before.accounts.groups)
        },
        Invariant("V132", "when an edit fails the command does not run") { stage in
            stage.refusesLaunch(try Stage.policy(roots: [#"C:\Windows\System32"#]))
        },
        Invariant("V134", "a setup program that ends well without a marker is not believed") { stage in
            stage.host.machine.answerConsent(.approve)
            let host = stage.host
            host.interlude = { moment in
                guard moment == .afterSetup else { return }
                try? host.machine.delete(host.installation.marker, by: host.user)
            }
            do throws(SetupError) {
                try stage.sandbox.install()
                return Answer(false, "it was believed")
            } catch {
                return Answer(error.documentedCode == .orchestratorHelperIncomplete, "\(error)")
            }
        },
        Invariant("V135", "identical requests at the same time share one run and its outcome") { stage in
            stage.host.machine.answerConsent(.approve)
            let outcomes = Outcomes()
            stage.host.interlude = { moment in
                guard moment == .duringSetup else { return }
                for _ in 0..<2 { stage.sandbox.requestInstallation { outcomes.add($0) } }
            }
            let before = stage.host.machine.callCount
            stage.sandbox.requestInstallation { outcomes.add($0) }
            let runs = stage.host.machine.calls(from: before).filter { if case .elevate = $0 { true } else { false } }
            stage.host.interlude = nil
            stage.sandbox.requestInstallation { outcomes.add($0) }
            return Answer(
                runs.count == 1 && outcomes.codes == [nil, nil, nil, .orchestratorHelperLaunchCanceled])
        },
        Invariant("V141", "a home that is reached through a link is refused") { stage in
            try stage.host.machine.makeLink(
                #"C:\Users\alice\linked"#, to: .junction(Stage.other), isDirectory: true, by: stage.host.user)
            let host = SimulatedHost(
                stage.host.machine, user: stage.host.user, home: #"C:\Users\alice\linked\codex"#)
            host.machine.answerConsent(.approve)
            do throws(SetupError) {
                try SimulatedSandbox(host: host, design: stage.sandbox.design).install()
                return Answer(false, "it was taken")
            } catch {
                return Answer(error.code == .unsafeFile, "\(error)")
            }
        },
    ]
}

/// What came of requests, in the order in which it came.
private final class Outcomes {
    private(set) var codes: [SetupFailureCode?] = []

    func add(_ result: Result<[SetupOutcome], SetupError>) {
        switch result {
        case .success: codes.append(nil)
        case .failure(let error): codes.append(error.documentedCode)
        }
    }
}

extension SimulatedMachine {
    /// Whether a file holds the same as in another state of the machine.
    fileprivate func hasSameFile(_ path: String, as other: SimulatedMachine) -> Bool {
        var (mine, theirs) = (self, other)
        let content = try? mine.readFile(path, by: Self.system)
        return content != nil && content == (try? theirs.readFile(path, by: Self.system))
    }
}
