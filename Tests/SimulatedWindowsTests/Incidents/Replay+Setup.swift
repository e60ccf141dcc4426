import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Replay {
    /// Sections 9.3 to 9.5 of the record: credentials, accounts, setup, and what policies ask for.
    static let setup: [String: Body] = [
        "K23": { design in
            let stage = try Stage(design)
            _ = try stage.start()
            try stage.host.machine.makeDirectory(#"C:\Users\alice\second"#, by: stage.host.user)
            let host = SimulatedHost(stage.host.machine, user: stage.host.user, home: #"C:\Users\alice\second"#)
            host.machine.answerConsent(.approve)
            try SimulatedSandbox(host: host, design: design).install()
            stage.host.machine = host.machine
            let failure = try failure(stage)
            return failure != nil && stage.host.machine.lastFailure?.error.code == .cancelled
        },
        "K24": { design in
            let stage = try Stage(design)
            _ = try stage.start()
            try stage.host.machine.changeUser(
                Principal.offline.accountName, .mustChangePassword(true), by: SimulatedMachine.system)
            stage.host.machine.answerConsent(.approve)
            return try failure(stage) != nil
        },
        "K25": { design in
            let stage = try Stage(design)
            _ = try stage.start()
            try stage.host.machine.removeUser(Principal.offline.accountName, by: SimulatedMachine.system)
            stage.host.machine.answerConsent(.approve)
            return try failure(stage)?.stage == .readiness
        },
        "K28": { design in
            let stage = try Stage(design)
            let shell = #"C:\Users\alice\other\pwsh.exe"#
            try stage.host.machine.writeFile(shell, bytes("MZ"), by: stage.host.user)
            let list: ACL = [.allow(.fileAll, to: stage.host.userSID)]
            try stage.host.machine.setList(
                of: shell, to: SecurityDescriptor(dacl: .list(list), control: .daclProtected), inherits: false,
                by: stage.host.user)
            let failure = try failure(stage, nil, [shell])
            return failure?.error?.code == .accessDenied && "\(failure.map { "\($0)" } ?? "")".contains(shell)
        },
        "K29": { design in
            var (machine, _) = try SimulatedMachine.workstation()
            let bob = try machine.logOn("bob", password: "correct horse bob")
            let host = SimulatedHost(machine, user: bob, home: #"C:\Users\bob\.codex"#)
            try host.machine.makeDirectory(#"C:\Users\bob\.codex"#, by: bob)
            try host.machine.makeDirectory(#"C:\Users\bob\repo"#, by: bob)
            let sandbox = SimulatedSandbox(host: host, design: design)
            host.machine.answerConsent(.credentials(user: "alice", password: "correct horse alice"))
            try sandbox.install()
            let policy = SandboxPolicy(mode: .workspaceWrite, workspace: try Stage.hostPath(#"C:\Users\bob\repo"#))
            do {
                _ = try sandbox.start(try sandbox.plan(policy, arguments: ["cmd.exe"]))
                return false
            } catch is SandboxFailure {
                return true
            }
        },
        "K31": { design in
            let stage = try Stage(design)
            _ = try stage.start()
            let sid = try #require(stage.host.sid(of: Principal.offline))
            let list = #"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList"#
            try stage.host.machine.createKey(list + "\\" + sid.description, by: SimulatedMachine.system)
            try? stage.host.machine.deleteValue(
                "ProfileImagePath", in: list + "\\" + sid.description, by: SimulatedMachine.system)
            return try failure(stage)?.error?.code == .notFound
        },
        "K33": { design in
            let stage = try Stage(design)
            let command = try stage.start(try Stage.policy(network: .enabled)).process
            let refused = code { try stage.host.machine.acquireClientCredentials(by: command) }
            let own = code { try stage.host.machine.acquireClientCredentials(by: stage.host.user) }
            return try refused != 0 && own == 0 && stage.connect("203.0.113.10", 443, by: command) == 0
        },
        "K35": { design in
            let stage = try Stage(design)
            for _ in 0..<3 { try stage.sandbox.end(try stage.start()) }
            let offline = try #require(stage.host.sid(of: Principal.offline))
            return stage.host.machine.sessions.values.count { $0.user == offline } == 3
        },
        "K36": { design in
            let stage = try Stage(design)
            let blob = try stage.host.machine.protect(bytes("token"), scope: .user, by: stage.host.user)
            let command = try stage.start().process
            return code { _ = try stage.host.machine.unprotect(blob, by: command) } != 0
                && code { _ = try stage.host.machine.unprotect(blob, by: stage.host.user) } == 0
        },
        "K37": { design in
            let stage = try Stage(design)
            guard try stage.connect("203.0.113.10", 443, by: try stage.start().process) == 10013 else { return false }
            for rule in stage.host.machine.firewall.rules {
                try stage.host.machine.removeFirewallRule(rule.name, by: SimulatedMachine.system)
            }
            return try stage.connect("203.0.113.10", 443, by: try stage.start().process) == 0
        },
        "K41": { design in
            let stage = try Stage(design)
            stage.host.machine.answerConsent(.approve)
            let before = stage.host.machine.consent.count
            _ = try stage.start()
            return stage.host.machine.consent.count < before
        },
        "K43": { design in
            let (free, held) = (try Stage(design), try Stage(design))
            let path = #"C:\Users\alice\second\notes"#
            for stage in [free, held] {
                try stage.host.machine.makeDirectory(#"C:\Users\alice\second"#, by: stage.host.user)
                try stage.host.machine.writeFile(path, [1], by: stage.host.user)
            }
            var policy = try Stage.policy()
            policy.readableRoots = [try Stage.hostPath(#"C:\Users\alice\second"#)]
            let control = free.read(path, by: try free.start(policy).process)
            held.host.delaysReadGrants = true
            _ = try held.start()
            let command = try held.start(policy).process
            held.host.machine.passTime(3_600_000)
            return control == 0 && held.read(path, by: command) == 5
        },
        "K44": { design in
            let stage = try Stage(design)
            let programs = stage.host.programDirectory
            if !stage.exists(programs) { try stage.host.machine.makeDirectory(programs, by: SimulatedMachine.system) }
            let list: ACL = [
                .allow(.fileAll, to: .localSystem, flags: [.objectInherit, .containerInherit]),
                .allow(.fileAll, to: stage.host.userSID, flags: [.objectInherit, .containerInherit]),
            ]
            try stage.host.machine.setList(
                of: programs, to: SecurityDescriptor(dacl: .list(list), control: .daclProtected), inherits: false,
                by: SimulatedMachine.system)
            return try failure(stage)?.stage == .logon
        },
        "K45": { design in
            let stage = try Stage(design)
            let path = #"C:\Program Files\WindowsApps"#
            try stage.host.machine.makeDirectory(path, by: SimulatedMachine.system)
            let failure = try failure(stage, try Stage.policy(roots: [path]))
            return failure?.error?.code == .accessDenied && failure?.error?.subject == path
        },
        "K47": { design in
            try isRefused(design) { $0.reads = .listed(withPlatform: true) } && !isRefused(design) { _ in }
        },
        "K49": { design in
            let list: (inout SandboxPolicy) -> Void = { $0.reads = .listed(withPlatform: true) }
            return try isRefused(design, list) && !isRefused(.elevatedOnWindows, list)
        },
        "K51": { design in
            let stage = try Stage(design)
            return stage.write(Place.root + #".git\config"#, by: try stage.start().process) == 0
        },
        "K52": { design in
            let stage = try Stage(design)
            let command = try stage.start(try Stage.policy(network: .enabled)).process
            let profile = try #require(
                stage.host.machine.accounts.user(Principal.online.accountName)?.profile
            ).description
            return stage.write(profile + #"\left.txt"#, by: command) == 0
                && stage.write(Place.outside, by: command) == 5
        },
        "K53": { design in
            let (machine, alice) = try SimulatedMachine.workstation()
            let host = SimulatedHost(machine, user: alice)
            host.machine.setGroupPolicy([], localRulesCount: false)
            host.machine.answerConsent(.approve)
            do throws(SetupError) {
                try SimulatedSandbox(host: host, design: design).install()
                return false
            } catch {
                return true
            }
        },
        "K55": { design in
            let stage = try Stage(design)
            let command = try stage.start(try Stage.policy(denied: [Place.outside])).process
            return stage.read(Place.outside, by: command) == 5 && stage.read(Place.outside, by: stage.host.user) == 0
        },
        "K56": { design in
            let (machine, alice) = try SimulatedMachine.workstation()
            let host = SimulatedHost(machine, user: alice)
            host.machine.answerConsent(.approve)
            do throws(SetupError) {
                try SimulatedSandbox(host: host, design: design).install()
                return false
            } catch {
                return host.machine.lastFailure?.error.code == .invalidParameter
            }
        },
    ]

    /// Whether a command is refused once the policy is changed.
    private static func isRefused(_ design: SandboxDesign, _ change: (inout SandboxPolicy) -> Void) throws -> Bool {
        let stage = try Stage(design)
        var policy = try Stage.policy()
        change(&policy)
        return stage.refusesLaunch(policy).holds
    }
}
