import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    /// Section 10.2 of the record: links, names, devices.
    static let links = [
        Invariant(
            "V029", "a junction in the root that leads outside is closed: the target's list decides",
            .holds(because: "ordinary: nobody gives FILE_WRITE_DATA")
        ) { stage in
            let command = try stage.start().process
            try stage.host.machine.makeLink(
                Place.root + "j", to: .junction(Stage.other), isDirectory: true, by: command)
            return try stage.refusesWrite(Place.root + #"j\new"#, by: command)
                && stage.refusesWrite(Place.root + #"j\notes.txt"#, by: command)
        },
        Invariant(
            "V030", "a working directory that is a junction to a system directory is closed",
            .holds(because: "ordinary: nobody gives FILE_WRITE_DATA")
        ) { stage in
            try stage.host.machine.makeLink(
                Stage.other + #"\w"#, to: .junction(#"C:\Windows"#), isDirectory: true, by: stage.host.user)
            let policy = SandboxPolicy(mode: .readOnly, workspace: try Stage.hostPath(Stage.other + #"\w"#))
            return try stage.refusesWrite(Stage.other + #"\w\new"#, by: try stage.start(policy).process)
        },
        Invariant("V031", "a root that is a link and its target have one capability") { stage in
            let link = #"C:\Users\alice\link"#
            try stage.host.machine.makeLink(link, to: .junction(Stage.other), isDirectory: true, by: stage.host.user)
            let first = try stage.sandbox.plan(try Stage.policy(roots: [link]), arguments: ["x"])
            let second = try stage.sandbox.plan(try Stage.policy(roots: [Stage.other]), arguments: ["x"])
            return Answer(first.capabilities == second.capabilities)
        },
        Invariant("V032", "paths that differ in case, slashes or prefix have one capability") { stage in
            let forms = [#"C:\Users\alice\other"#, "c:/USERS/Alice/OTHER", #"\\?\C:\Users\alice\other"#]
            let capabilities = try forms.map {
                try stage.sandbox.plan(try Stage.policy(roots: [$0]), arguments: ["x"]).capabilities.map(\.sid)
            }
            return Answer(Set(capabilities).count == 1)
        },
        Invariant("V034", "a raw device cannot be written") { stage in
            let command = try stage.start().process
            return Answer(stage.write(#"\\.\PhysicalDrive0"#, by: command) != 0)
        },
        Invariant(
            "V035", "an alternate stream of a file in the root is closed",
            .fails(because: "ordinary: CodexSandboxUsers; restricted: a capability")
        ) { stage in
            let command = try stage.start().process
            return try stage.refuses(Place.root + "README.md", .fileWriteData, by: command) {
                try $0.writeFile(Place.root + "README.md:stream", bytes("x"), by: command)
            }
        },
        Invariant(
            "V036", "an alternate stream of a protected file is closed: the deny is on the file",
            .holds(because: "ordinary: CodexSandboxUsers; restricted: denied to a capability")
        ) { stage in
            let command = try stage.start().process
            let file = Place.root + #".git\config"#
            return try stage.refuses(file, .fileWriteData, by: command) {
                try $0.writeFile(file + ":stream", bytes("x"), by: command)
            } && stage.write(Place.root + ".git:stream", by: command) == 5
        },
        Invariant(
            "V037", "a directory that becomes a link after it was looked up is not edited through the link",
            .fails(because: "the list of C:\\Users\\alice\\third names CodexSandboxUsers"),
            remedy: .elevatedOnWindows.changed("edits-by-handle") { $0.setup.editsByName = false }
        ) { stage in
            let third = #"C:\Users\alice\third"#
            let (user, group) = (stage.host.user, try #require(stage.host.sid(of: SandboxGroup.users)))
            try stage.host.machine.makeDirectory(third, by: user)
            stage.host.delaysReadGrants = true
            let plan = try stage.sandbox.plan(try Stage.policy(roots: [Stage.other]), arguments: ["cmd.exe"])
            try stage.host.machine.rename(Stage.other, to: Stage.other + "-away", by: user)
            try stage.host.machine.makeLink(Stage.other, to: .junction(third), isDirectory: true, by: user)
            _ = try? stage.sandbox.start(plan)
            let isEdited = try stage.entries(third, of: group).contains { $0.mask.contains(.fileWriteData) }
            return Answer(!isEdited, "the list of \(third) names CodexSandboxUsers")
        },
    ]
}
