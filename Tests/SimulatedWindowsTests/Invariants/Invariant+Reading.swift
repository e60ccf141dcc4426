import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    /// Section 10.4 of the record: reads.
    static let reading = [
        Invariant("V059", "what users may read can be read") { stage in
            try stage.allowsRead(#"C:\Windows\System32\cmd.exe"#, by: try stage.start().process)
        },
        Invariant(
            "V060", "a private key cannot be read: no grant reaches the principal",
            .holds(
                because:
                    "ordinary: nobody gives FILE_READ_DATA|FILE_READ_EA|FILE_READ_ATTRIBUTES|READ_CONTROL|SYNCHRONIZE")
        ) { stage in
            try stage.refusesRead(Place.key, by: try stage.start().process)
        },
        Invariant("V061", "a key that its owner lets users read can be read") { stage in
            try stage.edit(Place.key, .grant, .users, .fileGenericRead)
            return try stage.allowsRead(Place.key, by: try stage.start().process)
        },
        Invariant(
            "V062", "without accounts a private key cannot be read", .fails(because: "ordinary: alice"),
            on: .unelevatedOnWindows, remedy: .elevatedOnWindows
        ) { stage in
            try stage.refusesRead(Place.key, by: try stage.start().process)
        },
        Invariant(
            "V064",
            "an ssh configuration that includes itself, or too deep, is read to an end, and what was found counts"
        ) { stage in
            let user = stage.host.user
            let ssh = #"C:\Users\alice\.ssh\"#
            for name in ["keys", "deep", "found"] {
                try stage.host.machine.makeDirectory(#"C:\Users\alice\"# + name, by: user)
            }
            try stage.host.machine.writeFile(
                ssh + "config", bytes("Include config\nInclude c*0\nHost x\n  IdentityFile = \"~/keys/id\"\n"), by: user
            )
            for depth in 0..<40 {
                let extra =
                    depth == 20 ? "CertificateFile %d/found/cert\n" : depth == 38 ? "IdentityFile ~/deep/id\n" : ""
                try stage.host.machine.writeFile(
                    ssh + "c\(depth)", bytes("\(extra)Include c\(depth + 1)\n"), by: user)
            }
            let command = try stage.start(try Stage.policy(roots: [#"C:\Users\alice\keys"#]))
            let read = command.plan.policy.readableRoots.map(\.windows)
            return try Answer(read.contains(#"C:\Users\alice\deep"#), "the walk went too deep")
                && !read.contains(#"C:\Users\alice\keys"#) && !read.contains(#"C:\Users\alice\found"#)
                && stage.refusesWrite(#"C:\Users\alice\keys\id"#, by: command.process)
        },
        Invariant("V065", "a root that is written needs no grant for reading") { stage in
            let lowered = try stage.sandbox.lower(try stage.sandbox.plan(try Stage.policy(), arguments: ["x"]))
            return Answer(
                !lowered.confinement.edits.contains {
                    $0.purpose == .readGrant && $0.path.windows == Stage.repository
                })
        },
        Invariant("V066", "a root that users may read already keeps its list") { stage in
            let before = try stage.host.machine.descriptor(of: #"C:\Windows"#, by: SimulatedMachine.system)
            let policy = SandboxPolicy(mode: .readOnly, workspace: try Stage.hostPath(#"C:\Windows"#))
            _ = try stage.start(policy)
            return Answer(
                try stage.host.machine.descriptor(of: #"C:\Windows"#, by: SimulatedMachine.system) == before)
        },
        Invariant(
            "V067", "while grants for reading are still being made a command starts through a junction"
        ) { stage in
            stage.host.delaysReadGrants = true
            let command = try stage.start().process
            let there = try #require(stage.host.machine.processes[command]?.workingDirectory).description
            let before = stage.read(Place.outside, by: command)
            let isThrough = stage.write("here.txt", by: command) == 0
            stage.sandbox.finishReadGrants()
            stage.host.delaysReadGrants = false
            let next = try stage.start().process
            return try Answer(there.hasPrefix(#"C:\Users\CodexSandboxOffline\.codex\.sandbox\cwd\"#), there)
                && stage.allowsRead(Place.root + "here.txt", by: command) && isThrough && before == 5
                && stage.allowsRead(Place.outside, by: command)
                && stage.host.machine.processes[next]?.workingDirectory.description == Stage.repository
        },
        Invariant(
            "V069", "the person's profile itself cannot be listed",
            .holds(because: "ordinary: nobody gives FILE_READ_DATA|SYNCHRONIZE")
        ) { stage in
            let command = try stage.start().process
            return try stage.refuses(#"C:\Users\alice"#, .fileListDirectory, by: command) {
                _ = try $0.list(#"C:\Users\alice"#, by: command)
            }
        },
    ]
}
