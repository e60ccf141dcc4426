import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    /// Section 10.8 of the record: setup.
    static let installing = [
        Invariant("V130", "a second setup keeps accounts and rules") { stage in
            let before = stage.host.machine
            stage.host.machine.answerConsent(.approve)
            try stage.sandbox.install()
            return Answer(
                stage.host.machine.accounts.users.map(\.sid) == before.accounts.users.map(\.sid)
                    && stage.host.machine.firewall == before.firewall)
        },
        Invariant(
            "V131", "what happens before a command touches no account, rule, password or marker, and asks nobody"
        ) { stage in
            let before = stage.host.machine
            stage.host.machine.answerConsent(.approve)
            _ = try stage.start()
            let after = stage.host.machine
            return Answer(
                after.consent.count == before.consent.count + 1
                    && after.accounts.users.map(\.password) == before.accounts.users.map(\.password)
                    && after.firewall == before.firewall && after.accounts.groups == before.accounts.groups)
        },
        Invariant("V132", "when an edit fails the command does not run") { stage in
            stage.refusesLaunch(try Stage.policy(roots: [#"C:\Windows\System32"#]))
        },
    ]

    /// Section 10.8 of the record: accounts and secrets.
    static let credentials = [
        Invariant("V137", "a stale password is repaired once, and only once") { stage in
            stage.host.machine.answerConsent(.approve)
            let name = Principal.offline.accountName
            try stage.host.machine.changeUser(name, .password("x"), by: SimulatedMachine.system)
            _ = try stage.start()
            try stage.host.machine.changeUser(name, .password("x"), by: SimulatedMachine.system)
            return Answer(throwsAnything { _ = try stage.start() })
        },
        Invariant("V140", "whoever can read the passwords' file can open them: the scope is the machine") { stage in
            let bob = try stage.host.machine.logOn("bob", password: "correct horse bob")
            let blob = try stage.host.machine.protect(bytes("p"), scope: .machine, by: stage.host.user)
            let command = try stage.start().process
            return try stage.refusesRead(stage.host.installation.users, by: command)
                && code { _ = try stage.host.machine.unprotect(blob, by: bob) } == 0
        },
        Invariant(
            "V145", "what the sandbox makes in the root its owner can re-permission",
            .fails(because: "ordinary: nobody gives WRITE_DAC")
        ) { stage in
            // A workspace that gives its person Modify only, as folders at the root of a drive do.
            let alice = stage.host.userSID
            let command = try stage.start().process
            try stage.host.machine.setList(
                of: Stage.repository,
                to: SecurityDescriptor(
                    dacl: .list([.allow(.fileModify, to: alice, flags: [.objectInherit, .containerInherit])]),
                    control: .daclProtected), by: stage.host.user)
            try stage.edit(Stage.repository, .grant, try #require(stage.host.sid(of: SandboxGroup.users)), .fileModify)
            let capability = try #require(
                stage.host.machine.processes[command]?.token.restrictingSIDs?.map(\.sid).first {
                    stage.name($0) == "a capability"
                })
            try stage.edit(Stage.repository, .grant, capability, .fileModify)
            try stage.host.machine.makeDirectory(Place.root + "made", by: command)
            let refused = try stage.refuses(Place.root + "made", .writeDACL, by: stage.host.user) {
                try $0.edit(
                    Place.root + "made", [ExplicitAccess(.grant, trustee: alice, mask: .fileAll)], by: stage.host.user)
            }
            return try stage.allowsWrite(Place.root + #"made\x"#, by: stage.host.user)
                && Answer(!refused.holds, refused.grounds)
        },
        Invariant(
            "V146", "an account that was deleted by hand is repaired by the next command",
            .fails(because: "readiness: the account CodexSandboxOffline is missing; run setup")
        ) { stage in
            stage.host.machine.answerConsent(.approve)
            try stage.host.machine.removeUser(Principal.offline.accountName, by: SimulatedMachine.system)
            let refused = stage.refusesLaunch(try Stage.policy())
            return Answer(!refused.holds, refused.grounds)
        },
    ]

    /// Section 10.9 of the record: the runner's protocol.
    static let protocols: [Invariant] = []
}
