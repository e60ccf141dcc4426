import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
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
        Invariant(
            "V136", "two homes on one machine both stay usable",
            .fails(
                because: "credentials: cannot start setup elevated: ShellExecuteExW: "
                    + "ERROR_CANCELLED (1223); answer yes when Windows asks")
        ) { stage in
            try stage.host.machine.makeDirectory(#"C:\Users\alice\second"#, by: stage.host.user)
            let host = SimulatedHost(stage.host.machine, user: stage.host.user, home: #"C:\Users\alice\second"#)
            host.machine.answerConsent(.approve)
            try SimulatedSandbox(host: host, design: stage.sandbox.design).install()
            stage.host.machine = host.machine
            let refused = stage.refusesLaunch(try Stage.policy())
            return Answer(!refused.holds, refused.grounds)
        },
        Invariant(
            "V139", "the capabilities' file cannot be written, even if the home lies inside a root",
            .open(holds: false, because: "ordinary: CodexSandboxUsers; restricted: a capability")
        ) { _ in
            let stage = try Stage(home: Stage.other + #"\home"#)
            let command = try stage.start(try Stage.policy(roots: [Stage.other])).process
            return try stage.refusesWrite(stage.host.installation.capabilities, by: command)
        },
    ]
}
