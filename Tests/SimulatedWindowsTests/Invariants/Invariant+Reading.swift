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
