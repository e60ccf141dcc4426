import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    private static let far = "203.0.113.10"

    /// Section 10.7 of the record.
    static let networking = [
        Invariant("V108", "the offline account reaches no address beyond the machine") {
            let stage = try Stage()
            let command = try stage.start().process
            return try stage.connect(far, 443, by: command) == 10013
        },
        Invariant("V109", "a copied or self-built program is stopped too: the rule speaks about the account") {
            let stage = try Stage()
            let command = try stage.start().process
            let copy = try stage.host.machine.createProcess(
                ProcessStart(image: "mine.exe", commandLine: "mine"), by: command)
            return try stage.connect(far, 443, by: copy) == 10013
        },
        Invariant("V110", "the person's own traffic passes") {
            let stage = try Stage()
            _ = try stage.start()
            return try stage.connect(far, 443, by: stage.host.user) == 0
        },
        Invariant("V111", "the loopback is closed") {
            let stage = try Stage()
            try stage.host.machine.listen(on: 8080, by: stage.host.user)
            let command = try stage.start().process
            let target = try #require(NetworkAddress("::1"))
            return try stage.connect("127.0.0.1", 8080, by: command) == 10013
                && code { try stage.host.machine.connect(to: target, port: 53, over: .udp, by: command) } == 10013
                && stage.connect("127.0.0.1", 8080, by: stage.host.user) == 0
        },
        Invariant("V116", "setup fails when a policy overrides the rules of the machine") {
            let (machine, alice) = try SimulatedMachine.workstation()
            let host = SimulatedHost(machine, user: alice)
            host.machine.setGroupPolicy([], localRulesCount: false)
            host.machine.answerConsent(.approve)
            return throwsAnything { try SimulatedSandbox(host: host, design: .elevatedOnWindows).install() }
        },
        Invariant("V117", "without its rules a restricted command is refused", .fails) {
            let stage = try Stage()
            for rule in stage.host.machine.firewall.rules {
                try stage.host.machine.removeFirewallRule(rule.name, by: SimulatedMachine.system)
            }
            return throwsAnything { _ = try stage.start() }
        },
        Invariant("V119", "a listener of the command cannot be reached from outside") {
            let stage = try Stage()
            let command = try stage.start().process
            try stage.host.machine.listen(on: 8080, by: command)
            return stage.host.machine.receiveConnection(from: try #require(NetworkAddress(far)), port: 8080) == nil
        },
        Invariant("V120", "with the network enabled the online account is not filtered") {
            let stage = try Stage()
            let command = try stage.start(try Stage.policy(network: .enabled))
            return try command.plan.principal == .online && stage.connect(far, 443, by: command.process) == 0
        },
        Invariant("V122", "without accounts a connection is stopped", .fails) {
            let stage = try Stage(.unelevatedOnWindows)
            let command = try stage.start().process
            return try stage.connect(far, 443, by: command) != 0
        },
        Invariant("V127", "a rule on a capability matches nothing") {
            let stage = try Stage(.capabilityRule)
            let command = try stage.start().process
            return try stage.connect(far, 443, by: command) == 0
        },
        Invariant("5.6", "a name cannot be looked up through the resolver service", .fails) {
            let stage = try Stage()
            let command = try stage.start().process
            return code { _ = try stage.host.machine.resolve("secret.example.com", by: command) } == 10013
        },
    ]

    /// Sections 10.8 and 10.9 of the record.
    static let installing = [
        Invariant("V130", "a second setup keeps accounts and rules") {
            let stage = try Stage()
            let before = stage.host.machine
            stage.host.machine.answerConsent(.approve)
            try stage.sandbox.install()
            return stage.host.machine.accounts.users.map(\.sid) == before.accounts.users.map(\.sid)
                && stage.host.machine.firewall == before.firewall
        },
        Invariant("V131", "what happens before a command touches no account, rule, password or marker, and asks nobody")
        {
            let stage = try Stage()
            let before = stage.host.machine
            stage.host.machine.answerConsent(.approve)
            _ = try stage.start()
            let after = stage.host.machine
            return after.consent.count == 1
                && after.accounts.users.map(\.password) == before.accounts.users.map(\.password)
                && after.firewall == before.firewall && after.accounts.groups == before.accounts.groups
        },
        Invariant("V132", "when an edit fails the command does not run") {
            let stage = try Stage()
            let root = #"C:\Windows\System32"#
            return throwsAnything { _ = try stage.start(try Stage.policy(roots: [root])) }
        },
        Invariant("V137", "a stale password is repaired once, and only once") {
            let stage = try Stage()
            stage.host.machine.answerConsent(.approve)
            let name = Principal.offline.accountName
            try stage.host.machine.changeUser(name, .password("x"), by: SimulatedMachine.system)
            _ = try stage.start()
            try stage.host.machine.changeUser(name, .password("x"), by: SimulatedMachine.system)
            return throwsAnything { _ = try stage.start() }
        },
        Invariant("V140", "whoever can read the passwords' file can open them: the scope is the machine") {
            let stage = try Stage()
            let bob = try stage.host.machine.logOn("bob", password: "correct horse bob")
            let blob = try stage.host.machine.protect(bytes("p"), scope: .machine, by: stage.host.user)
            let command = try stage.start().process
            return code { _ = try stage.host.machine.unprotect(blob, by: bob) } == 0
                && stage.read(stage.host.installation.users, by: command) == 5
        },
        Invariant("V145", "what the sandbox makes in the root its owner can re-permission", .fails) {
            let stage = try Stage()
            let command = try stage.start().process
            try stage.host.machine.makeDirectory(Place.root + "made", by: command)
            // The inherited entry of the owner is what alice has; a workspace that gives only Modify has no WRITE_DAC.
            let alice = stage.host.userSID
            try stage.host.machine.setList(
                of: Stage.repository,
                to: SecurityDescriptor(
                    dacl: .list([.allow(.fileModify, to: alice, flags: [.objectInherit, .containerInherit])]),
                    control: .daclProtected), by: stage.host.user)
            return code {
                try stage.host.machine.edit(
                    Place.root + "made", [ExplicitAccess(.grant, trustee: alice, mask: .fileAll)], by: stage.host.user)
            } == 0
        },
        Invariant("V146", "an account that was deleted by hand is repaired by the next command", .fails) {
            let stage = try Stage()
            stage.host.machine.answerConsent(.approve)
            try stage.host.machine.removeUser(Principal.offline.accountName, by: SimulatedMachine.system)
            return !throwsAnything { _ = try stage.start() }
        },
    ]
}
