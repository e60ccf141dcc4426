import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    /// Section 10.2 of the record.
    static let namesAndLinks = [
        Invariant("V029", "a junction in the root that leads outside is closed: the target's list decides") {
            let stage = try Stage()
            let command = try stage.start().process
            try stage.host.machine.makeLink(
                Place.root + "j", to: .junction(Stage.other), isDirectory: true, by: command)
            return stage.write(Place.root + #"j\notes.txt"#, by: command) == 5
                && stage.write(Place.root + #"j\new"#, by: command) == 5
        },
        Invariant("V030", "a working directory that is a junction to a system directory is closed") {
            let stage = try Stage()
            try stage.host.machine.makeLink(
                Stage.other + #"\w"#, to: .junction(#"C:\Windows"#), isDirectory: true, by: stage.host.user)
            let command = try stage.start().process
            return stage.write(Stage.other + #"\w\new"#, by: command) == 5
        },
        Invariant("V031", "a root that is a link and its target have one capability") {
            let stage = try Stage()
            try stage.host.machine.makeLink(
                #"C:\Users\alice\link"#, to: .junction(Stage.other), isDirectory: true, by: stage.host.user)
            let first = try stage.sandbox.plan(try Stage.policy(roots: [#"C:\Users\alice\link"#]), arguments: ["x"])
            let second = try stage.sandbox.plan(try Stage.policy(roots: [Stage.other]), arguments: ["x"])
            return first.capabilities == second.capabilities
        },
        Invariant("V032", "paths that differ in case, slashes or prefix have one capability") {
            let stage = try Stage()
            let forms = [#"C:\Users\alice\other"#, "c:/USERS/Alice/OTHER", #"\\?\C:\Users\alice\other"#]
            let capabilities = try forms.map {
                try stage.sandbox.plan(try Stage.policy(roots: [$0]), arguments: ["x"]).capabilities.map(\.sid)
            }
            return Set(capabilities).count == 1
        },
        Invariant("V034", "a raw device cannot be written") {
            let stage = try Stage()
            let command = try stage.start().process
            return stage.write(#"\\.\PhysicalDrive0"#, by: command) != 0
        },
        Invariant("V035", "an alternate stream of a file in the root is closed", .fails) {
            let stage = try Stage()
            let command = try stage.start().process
            return stage.write(Place.root + "README.md:stream", by: command) == 5
        },
        Invariant("V036", "an alternate stream of a protected file is closed: the deny is on the file") {
            let stage = try Stage()
            let command = try stage.start().process
            return stage.write(Place.root + #".git\config:stream"#, by: command) == 5
                && stage.write(Place.root + ".git:stream", by: command) == 5
        },
    ]

    /// Section 10.3 of the record.
    static let protection = [
        Invariant("V039", "nothing in the repository's directory can be made, changed or deleted") {
            let stage = try Stage()
            let command = try stage.start().process
            return stage.write(Place.root + #".git\new"#, by: command) == 5
                && stage.write(Place.root + #".git\config"#, by: command) == 5
                && stage.delete(Place.root + #".git\config"#, by: command) == 5
        },
        Invariant("V040", "a pointer file and the repository it points to are both closed") {
            let stage = try Stage()
            let user = stage.host.user
            try stage.host.machine.makeDirectory(Stage.other + #"\tree"#, by: user)
            try stage.host.machine.makeDirectory(Place.root + #".git\worktrees"#, by: user)
            try stage.host.machine.makeDirectory(Place.root + #".git\worktrees\tree"#, by: user)
            try stage.host.machine.writeFile(
                Stage.other + #"\tree\.git"#, bytes("gitdir: /C:/Users/alice/repo/.git/worktrees/tree\n"), by: user)
            let policy = SandboxPolicy(
                mode: .workspaceWrite, workspace: try Stage.hostPath(Stage.other + #"\tree"#),
                writableRoots: [try Stage.hostPath(Stage.repository)])
            let command = try stage.start(policy).process
            return stage.write(Stage.other + #"\tree\.git"#, by: command) == 5
                && stage.write(Place.root + #".git\worktrees\tree\HEAD"#, by: command) == 5
                && stage.write(Stage.other + #"\tree\file"#, by: command) == 0
        },
        Invariant("V042", "the repository's directory cannot be renamed away: the deny has DELETE") {
            let stage = try Stage()
            let command = try stage.start().process
            return code { try stage.host.machine.rename(Place.root + ".git", to: Place.root + "x", by: command) } == 5
        },
        Invariant("V043", "the repository's directory cannot be deleted through its parent") {
            let stage = try Stage()
            try stage.host.machine.makeDirectory(Place.root + ".agents", by: stage.host.user)
            let command = try stage.start().process
            return stage.delete(Place.root + ".agents", by: command) == 5
        },
        Invariant("V044", "a stale right to delete children on the root is taken back at the next command") {
            let stage = try Stage()
            let first = try stage.start()
            let group = try #require(stage.host.sid(of: SandboxGroup.users))
            let capability = try #require(first.plan.capabilities.first?.sid)
            for trustee in [group, capability] {
                try stage.edit(Stage.repository, .set, trustee, AccessMask(rawValue: 0x13_01FF))
            }
            _ = try stage.start()
            let left = try [group, capability].flatMap { try stage.entries(Stage.repository, of: $0) }
            return left.allSatisfy { !$0.mask.contains(.fileDeleteChild) } && !left.isEmpty
        },
        Invariant("V046", "a missing directory of settings cannot be made", .fails) {
            let stage = try Stage()
            let command = try stage.start().process
            return code { try stage.host.machine.makeDirectory(Place.root + ".codex", by: command) } == 5
        },
        Invariant("V047", "a missing repository cannot be made", .fails) {
            let stage = try Stage()
            let policy = SandboxPolicy(mode: .workspaceWrite, workspace: try Stage.hostPath(Stage.other))
            let command = try stage.start(policy).process
            return code { try stage.host.machine.makeDirectory(Stage.other + #"\.git"#, by: command) } == 5
        },
        Invariant("V049", "another case of a protected name is the same directory") {
            let stage = try Stage()
            let command = try stage.start().process
            return stage.write(Place.root + #".GiT\x"#, by: command) == 5
        },
        Invariant("V050", "a file with the name of the agents' directory is not protected") {
            let stage = try Stage()
            try stage.host.machine.writeFile(Place.root + ".agents", bytes("x"), by: stage.host.user)
            let command = try stage.start().process
            return stage.write(Place.root + ".agents", by: command) == 0
        },
        Invariant("V051", "a repository below the root is open: only the root's own names are protected") {
            let stage = try Stage()
            try stage.host.machine.makeDirectory(Place.root + #"src\.git"#, by: stage.host.user)
            let command = try stage.start().process
            return stage.write(Place.root + #"src\.git\x"#, by: command) == 0
        },
        Invariant("V054", "a carve-out that the policy no longer names is open again", .fails) {
            let stage = try Stage()
            _ = try stage.start(try Stage.policy(readOnly: [Place.root + "src"]))
            let command = try stage.start().process
            return stage.write(Place.root + #"src\main.swift"#, by: command) == 0
        },
        Invariant("V056", "a protected path in one root is denied to that root's capability alone") {
            let stage = try Stage()
            let command = try stage.start(try Stage.policy(roots: [Stage.other]))
            let roots = try command.plan.capabilities.map {
                ($0.root, try stage.entries(Place.root + ".git", of: $0.sid).contains { $0.type.isDeny })
            }
            return roots.allSatisfy { root, isDenied in isDenied == (root?.windows == Stage.repository) }
        },
    ]
}
