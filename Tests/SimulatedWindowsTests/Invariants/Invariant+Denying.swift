import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    private static let file = Place.root + "README.md"
    private static let denied = "ordinary: denied to CodexSandboxUsers"

    /// Section 10.5 of the record: what may not be read, and how it is found.
    static let denying = [
        Invariant(
            "V070", "without accounts a denied path and a list of what may be read are refused, never dropped",
            on: .unelevatedOnWindows
        ) { stage in
            var listed = try Stage.policy()
            listed.reads = .listed(withPlatform: true)
            return stage.refusesLaunch(try Stage.policy(denied: [Place.root + "src"])) && stage.refusesLaunch(listed)
        },
        Invariant(
            "V071", "a denied file cannot be read by the command, its child and its grandchild",
            .holds(because: denied)
        ) { stage in
            let command = try stage.start(try Stage.policy(denied: [file])).process
            let child = try stage.child(of: command)
            let grandchild = try stage.child(of: child)
            return try stage.refusesRead(file, by: command) && stage.refusesRead(file, by: child)
                && stage.refusesRead(file, by: grandchild)
        },
        Invariant("V072", "a denied link is closed, and so is what it leads to", .holds(because: denied)) { stage in
            let link = Place.root + "link"
            try stage.host.machine.makeLink(
                link, to: .junction(Place.root + "src"), isDirectory: true, by: stage.host.user)
            let command = try stage.start(try Stage.policy(denied: [link])).process
            return try stage.refusesRead(link + #"\main.swift"#, by: command)
                && stage.refusesRead(Place.root + #"src\main.swift"#, by: command)
        },
        Invariant("V074", "what a pattern names is closed", .holds(because: denied)) { stage in
            for name in [".env", #"src\Local.ENV"#] {
                try stage.host.machine.writeFile(Place.root + name, bytes("secret"), by: stage.host.user)
            }
            let command = try stage.start(try Stage.policy(patterns: ["/C:/Users/alice/repo/**/*.env"])).process
            return try stage.refusesRead(Place.root + ".env", by: command)
                && stage.refusesRead(Place.root + #"src\local.env"#, by: command)
                && stage.allowsRead(file, by: command)
        },
        Invariant(
            "V075", "what appears later and fits the pattern is closed", .fails(because: "ordinary: CodexSandboxUsers")
        ) { stage in
            let command = try stage.start(try Stage.policy(patterns: ["/C:/Users/alice/repo/**/*.env"])).process
            try stage.host.machine.writeFile(Place.root + "late.env", bytes("secret"), by: stage.host.user)
            return try stage.refusesRead(Place.root + "late.env", by: command)
        },
        Invariant("V076", "a pattern of any depth at the root of a drive is refused before a list changes") { stage in
            let before = stage.host.machine
            let refused = stage.refusesLaunch(try Stage.policy(patterns: ["/C:/**/*.env"]))
            return try refused
                && stage.host.machine.descriptor(of: Stage.repository, by: SimulatedMachine.system)
                    == stage.descriptor(of: Stage.repository, in: before)
        },
        Invariant("V077", "a pattern that cannot be read is refused") { stage in
            try ["/C:/Users/alice/repo/[z-a]", "repo/*.env", "/C:/Users/alice/a**b", "/C:/Users/../*"].reduce(
                Answer(true)
            ) { try $0 && stage.refusesLaunch(Stage.policy(patterns: [$1])) }
        },
    ]

    /// Section 10.5 of the record: how policy, record and disk stay together.
    static let recording = [
        Invariant(
            "V079", "when one of several denials fails the others are taken back, and nothing starts",
            reading: .revocationTakesDenials
        ) { stage in
            let theirs = Place.root + "theirs"
            try stage.host.machine.makeDirectory(theirs, by: stage.host.user)
            try stage.host.machine.setList(
                of: theirs,
                to: SecurityDescriptor(dacl: .list([.allow(.fileModify, to: .users)]), control: .daclProtected),
                by: SimulatedMachine.system)
            try stage.host.machine.setOwner(.administrators, of: theirs, by: SimulatedMachine.system)
            let refused = stage.refusesLaunch(try Stage.policy(denied: [file, theirs]))
            let group = try #require(stage.host.sid(of: SandboxGroup.users))
            return try Answer(
                refused.holds && refused.grounds.contains("theirs: ERROR_ACCESS_DENIED"), refused.grounds)
                && !stage.entries(file, of: group).contains { $0.type.isDeny }
        },
        Invariant(
            "V080", "when the policy changes, what was denied opens only after what is denied is closed",
            reading: .revocationTakesDenials
        ) { stage in
            _ = try stage.start(try Stage.policy(denied: [file]))
            let first = stage.host.machine.callCount
            _ = try stage.start(try Stage.policy(denied: [Place.root + "src"]))
            let edits = stage.host.machine.calls(from: first).compactMap { call -> String? in
                guard case .edit(let path, let wishes, _, _) = call else { return nil }
                return wishes.first.map { "\($0.mode) \(path)" }
            }
            let order = edits.filter { $0.hasPrefix("deny") || $0.hasPrefix("revoke") }
            return try Answer(
                order.prefix(2) == ["deny \(Place.root)src", "revoke \(file)"], order.joined(separator: ", "))
                && stage.allowsRead(file, by: stage.start(Stage.policy(denied: [Place.root + "src"])).process)
        },
        Invariant(
            "V081", "a record of denials that cannot be read does not stop the next command",
            .fails(
                because: #"grants: ReadFile C:\Users\alice\.codex\.sandbox\deny_read_acl_state.json: "#
                    + "ERROR_INVALID_PARAMETER (87)"),
            remedy: .elevatedOnWindows.changed("recovers-record") { $0.denials.remove(.stopsAtCorruptRecord) }
        ) { stage in
            try stage.host.machine.writeFile(stage.host.installation.deniedReads, bytes("{"), by: stage.host.user)
            let refused = stage.refusesLaunch(try Stage.policy(denied: [file]))
            return Answer(!refused.holds, refused.grounds)
        },
        Invariant(
            "V082", "when the record says that nothing is denied, nothing is", .fails(because: denied),
            reading: .revocationTakesDenials,
            remedy: .elevatedOnWindows.changed("remembers-denials") { $0.denials.remove(.forgetsFailedRevocations) }
        ) { stage in
            _ = try stage.start(try Stage.policy(denied: [file]))
            // Meanwhile the file has become somebody else's, as everything has that a sandboxed program replaced.
            let present = try stage.host.machine.descriptor(of: file, by: SimulatedMachine.system)
            let entries = try #require(present.dacl.list).entries.filter { $0.trustee != stage.host.userSID }
            try stage.host.machine.setList(
                of: file, to: SecurityDescriptor(dacl: .list(ACL(entries)), control: .daclProtected),
                by: SimulatedMachine.system)
            try stage.host.machine.setOwner(.administrators, of: file, by: SimulatedMachine.system)
            let command = try stage.start().process
            let record = try stage.host.machine.readFile(stage.host.installation.deniedReads, by: stage.host.user)
            guard !String(decoding: record, as: UTF8.self).contains("README") else { return Answer(true) }
            return try stage.allowsRead(file, by: command)
        },
        Invariant(
            "V084", "a denied directory above the working directory is refused as a policy",
            .fails(because: #"logon: CreateProcessWithLogonW C:\Users\alice\repo: ERROR_DIRECTORY (267)"#),
            // While grants went over denials from above, the working directory was simply not denied.
            on: .elevatedOnWindows.changed("respects-denials") { $0.denials.remove(.grantsOverDenials) },
            remedy: .elevatedOnWindows.changed("checks-denied-directories") { $0.roots.remove(.deniesAboveRoots) }
        ) { stage in
            let refused = stage.refusesLaunch(try Stage.policy(denied: [#"C:\Users\alice"#]))
            return Answer(refused.holds && !refused.grounds.contains("267"), refused.grounds)
        },
        Invariant(
            "V085", "when only some roots may be read, nothing else can be", .fails(because: "ordinary: Users")
        ) { stage in
            var policy = try Stage.policy()
            policy.reads = .listed(withPlatform: true)
            try stage.host.machine.makeDirectory(#"C:\shared"#, by: SimulatedMachine.system)
            try stage.host.machine.writeFile(#"C:\shared\plan"#, bytes("x"), by: SimulatedMachine.system)
            let command = try stage.start(policy).process
            return try stage.allowsRead(file, by: command) && stage.refusesRead(Place.outside, by: command)
                && stage.refusesRead(#"C:\shared\plan"#, by: command)
        },
        Invariant(
            "V086", "every entry of a policy that is accepted is enforced", .fails(because: "ordinary: Users"),
            remedy: .elevatedOnWindows.changed("refuses-listed-reads") { $0.acceptsListedReads = false }
        ) { stage in
            var policy = try Stage.policy()
            policy.reads = .listed(withPlatform: false)
            guard let command = try? stage.start(policy).process else { return Answer(true) }
            return try stage.refusesRead(#"C:\Windows\System32\cmd.exe"#, by: command)
        },
        Invariant(
            "V087", "when a denial goes, what the group was granted there is as before",
            .fails(because: "the grant of CodexSandboxUsers on C:\\Users\\alice\\other is gone"),
            reading: .revocationTakesDenials,
            remedy: .elevatedOnWindows.changed("revokes-denials-alone") { $0.denials.remove(.revokesGrantsToo) }
        ) { stage in
            let group = try #require(stage.host.sid(of: SandboxGroup.users))
            _ = try stage.start()
            let before = try stage.entries(Stage.other, of: group)
            _ = try stage.start(try Stage.policy(denied: [Stage.other]))
            stage.host.delaysReadGrants = true
            _ = try stage.start()
            return Answer(
                try !before.isEmpty && stage.entries(Stage.other, of: group) == before,
                "the grant of CodexSandboxUsers on \(Stage.other) is gone")
        },
    ]
}
