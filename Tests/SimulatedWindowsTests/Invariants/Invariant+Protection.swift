import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    private static let denied = "ordinary: CodexSandboxUsers; restricted: denied to a capability"

    /// Section 10.3 of the record: protected paths.
    static let protection = [
        Invariant(
            "V039", "nothing in the repository's directory can be made, changed or deleted", .holds(because: denied)
        ) { stage in
            let command = try stage.start().process
            let config = Place.root + #".git\config"#
            return try stage.refusesWrite(Place.root + #".git\new"#, by: command)
                && stage.refusesWrite(config, by: command)
                && stage.refuses(config, .delete, by: command) { try $0.delete(config, by: command) }
        },
        Invariant("V040", "a pointer file and the repository it points to are both closed") { stage in
            let user = stage.host.user
            try stage.host.machine.makeDirectory(Stage.other + #"\tree"#, by: user)
            try stage.host.machine.makeDirectory(Place.root + #".git\worktrees"#, by: user)
            try stage.host.machine.makeDirectory(Place.root + #".git\worktrees\tree"#, by: user)
            try stage.host.machine.writeFile(
                Stage.other + #"\tree\.git"#, bytes("gitdir: C:/Users/alice/repo/.git/worktrees/tree\n"), by: user)
            let policy = SandboxPolicy(
                mode: .workspaceWrite, workspace: try Stage.hostPath(Stage.other + #"\tree"#),
                writableRoots: [try Stage.hostPath(Stage.repository)])
            let command = try stage.start(policy).process
            return try stage.refusesWrite(Stage.other + #"\tree\.git"#, by: command)
                && stage.refusesWrite(Place.root + #".git\worktrees\tree\HEAD"#, by: command)
                && stage.allowsWrite(Stage.other + #"\tree\file"#, by: command)
        },
        Invariant("V041", "a pointer file that is none is closed itself, and the command starts") { stage in
            try stage.host.machine.writeFile(Stage.other + #"\.git"#, bytes("no pointer"), by: stage.host.user)
            let command = try stage.start(
                SandboxPolicy(mode: .workspaceWrite, workspace: try Stage.hostPath(Stage.other)))
            return try stage.refusesWrite(Stage.other + #"\.git"#, by: command.process)
                && command.plan.policy.notes.contains { $0.kind == .malformedPointer }
        },
        Invariant(
            "V042", "the repository's directory cannot be renamed away: the deny has DELETE", .holds(because: denied)
        ) { stage in
            let command = try stage.start().process
            return try stage.refuses(Place.root + ".git", .delete, by: command) {
                try $0.rename(Place.root + ".git", to: Place.root + "x", by: command)
            }
        },
        Invariant("V044", "a stale right to delete children on the root is taken back at the next command") { stage in
            let first = try stage.start()
            let group = try #require(stage.host.sid(of: SandboxGroup.users))
            let capability = try stage.capability(of: Stage.repository, first)
            for trustee in [group, capability] {
                try stage.edit(Stage.repository, .set, trustee, AccessMask(rawValue: 0x13_01FF))
            }
            _ = try stage.start()
            let left = try [group, capability].flatMap { try stage.entries(Stage.repository, of: $0) }
            return Answer(left.count == 2 && left.allSatisfy { !$0.mask.contains(.fileDeleteChild) })
        },
        Invariant(
            "V045", "a stale right that is inherited is not rewritten for ever, and what it opens stays closed",
            .open(
                holds: false,
                because: "no list changes any more, and .agents is deleted through its parent, "
                    + "whose entry for CodexSandboxUsers gives FILE_DELETE_CHILD"),
            remedy: nil
        ) { stage in
            try stage.host.machine.makeDirectory(Place.root + ".agents", by: stage.host.user)
            let group = try #require(stage.host.sid(of: SandboxGroup.users))
            try stage.edit(#"C:\Users\alice"#, .grant, group, AccessMask(rawValue: 0x13_01FF))
            _ = try stage.start()
            let before = try stage.host.machine.descriptor(of: Stage.repository, by: SimulatedMachine.system)
            let command = try stage.start().process
            let after = try stage.host.machine.descriptor(of: Stage.repository, by: SimulatedMachine.system)
            let isDeleted = stage.delete(Place.root + ".agents", by: command) == 0
            let gives = try stage.grounds(Stage.repository, .fileDeleteChild, by: command)
            return Answer(
                before == after && !isDeleted,
                before == after && isDeleted && gives == "ordinary: CodexSandboxUsers"
                    ? "no list changes any more, and .agents is deleted through its parent, "
                        + "whose entry for CodexSandboxUsers gives FILE_DELETE_CHILD" : gives)
        },
        Invariant(
            "V046", "a missing directory of settings cannot be made",
            .fails(because: "ordinary: CodexSandboxUsers; restricted: a capability"),
            remedy: .elevatedOnWindows.changed("guards-missing-names") { $0.protectsMissingNames = true }
        ) { stage in
            let command = try stage.start().process
            let refused = try stage.refusesDirectory(Place.root + ".codex", by: command)
            return Answer(
                refused.holds || stage.write(Place.root + #".codex\config.toml"#, by: command) == 5, refused.grounds)
        },
        Invariant(
            "V047", "a missing repository cannot be made",
            .fails(because: "ordinary: CodexSandboxUsers; restricted: a capability"),
            remedy: .elevatedOnWindows.changed("guards-missing-names") { $0.protectsMissingNames = true }
        ) { stage in
            let policy = SandboxPolicy(mode: .workspaceWrite, workspace: try Stage.hostPath(Stage.other))
            let command = try stage.start(policy).process
            let refused = try stage.refusesDirectory(Stage.other + #"\.git"#, by: command)
            return Answer(
                refused.holds || stage.write(Stage.other + #"\.git\config"#, by: command) == 5, refused.grounds)
        },
        Invariant(
            "V049", "another case of a protected name is the same directory", .holds(because: denied)
        ) { stage in
            try stage.refusesWrite(Place.root + #".GiT\x"#, by: try stage.start().process)
        },
        Invariant("V050", "a file with the name of the agents' directory is not protected") { stage in
            try stage.host.machine.writeFile(Place.root + ".agents", bytes("x"), by: stage.host.user)
            return try stage.allowsWrite(Place.root + ".agents", by: try stage.start().process)
        },
        Invariant("V051", "a repository below the root is open: only the root's own names are protected") { stage in
            try stage.host.machine.makeDirectory(Place.root + #"src\.git"#, by: stage.host.user)
            return try stage.allowsWrite(Place.root + #"src\.git\x"#, by: try stage.start().process)
        },
        Invariant(
            "V052", "a repository that the policy names as writable is open, whatever denied it before",
            .fails(because: denied),
            remedy: .elevatedOnWindows.changed("withdraws-write-denials") {
                $0.denials.subtract([.keepsWriteDenials, .revokesGrantsToo])
            }
        ) { stage in
            let open = try Stage.policy(roots: [Place.root + ".git"])
            let fresh = try Stage(stage.sandbox.design)
            let first = try fresh.allowsWrite(Place.root + #".git\config"#, by: try fresh.start(open).process)
            _ = try stage.start()
            let second = try stage.allowsWrite(Place.root + #".git\config"#, by: try stage.start(open).process)
            return first.holds ? second : Answer(false, "closed in the first run: \(first.grounds)")
        },
        Invariant(
            "V054", "a carve-out that the policy no longer names is open again, and its empty directory is gone",
            .fails(because: "C:\\Users\\alice\\repo\\made is there; " + denied)
        ) { stage in
            let made = Place.root + "made"
            _ = try stage.start(try Stage.policy(readOnly: [made]))
            let command = try stage.start().process
            let isThere = stage.exists(made)
            let written = try stage.allowsWrite(made + #"\x"#, by: command)
            return Answer(!isThere && written.holds, (isThere ? "\(made) is there; " : "") + written.grounds)
        },
        Invariant("V055", "a root below a place that is to stay as it is is refused") { stage in
            let user = stage.host.user
            for path in [#"src\lib"#, #".git\hooks"#] {
                try stage.host.machine.makeDirectory(Place.root + path, by: user)
            }
            let carved = try Stage.policy(roots: [Place.root + #"src\lib"#], readOnly: [Place.root + "src"])
            return try stage.refusesLaunch(carved)
                && stage.refusesLaunch(Stage.policy(roots: [Place.root + #".git\hooks"#]))
        },
        Invariant("V056", "a protected path in one root is denied to that root's capability alone") { stage in
            let command = try stage.start(try Stage.policy(roots: [Stage.other]))
            let roots = try command.plan.capabilities.map {
                ($0.root, try stage.entries(Place.root + ".git", of: $0.sid).contains { $0.type.isDeny })
            }
            return Answer(roots.allSatisfy { root, isDenied in isDenied == (root?.windows == Stage.repository) })
        },
        Invariant("V057", "the agent's own tools refuse protected names before the machine is asked") { stage in
            let plan = try stage.sandbox.plan(try Stage.policy(), arguments: ["x"])
            let reopened = try stage.sandbox.plan(try Stage.policy(roots: [Place.root + ".git"]), arguments: ["x"])
            let before = stage.host.machine
            for path in [#".git\config"#, #".GIT\config"#, #".codex\new"#, ".agents"] {
                do throws(SandboxFailure) {
                    try stage.sandbox.write([1], to: Place.root + path, under: plan)
                    return Answer(false, "\(path) was written")
                } catch {
                    guard error.stage == .tools, stage.host.machine == before else { return Answer(false, "\(error)") }
                }
            }
            try stage.sandbox.write([1], to: Place.root + #".git\config"#, under: reopened)
            try stage.sandbox.write([1], to: Place.root + "README.md", under: plan)
            return Answer(true)
        },
    ]
}
