import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    /// Sections 10.4 and 10.5 of the record.
    static let reading = [
        Invariant("V059", "what users may read can be read") {
            let stage = try Stage()
            let command = try stage.start().process
            return stage.read(#"C:\Windows\System32\cmd.exe"#, by: command) == 0
        },
        Invariant("V060", "a private key cannot be read: no grant reaches the principal") {
            let stage = try Stage()
            let command = try stage.start().process
            return stage.read(Place.key, by: command) == 5
        },
        Invariant("V061", "a key that its owner lets users read can be read") {
            let stage = try Stage()
            try stage.edit(Place.key, .grant, .users, .fileGenericRead)
            let command = try stage.start().process
            return stage.read(Place.key, by: command) == 0
        },
        Invariant("V062", "without accounts a private key cannot be read", .fails) {
            let stage = try Stage(.unelevatedOnWindows)
            let command = try stage.start().process
            return stage.read(Place.key, by: command) == 5
        },
        Invariant("V065", "a root that is written needs no grant for reading") {
            let stage = try Stage()
            let lowered = try stage.sandbox.lower(try stage.sandbox.plan(try Stage.policy(), arguments: ["x"]))
            return !lowered.confinement.edits.contains { $0.purpose == .readGrant }
        },
        Invariant("V066", "a root that users may read already keeps its list") {
            let stage = try Stage()
            let before = try stage.host.machine.descriptor(of: #"C:\Windows"#, by: SimulatedMachine.system)
            let policy = SandboxPolicy(mode: .readOnly, workspace: try Stage.hostPath(#"C:\Windows"#))
            _ = try? stage.start(policy)
            return try stage.host.machine.descriptor(of: #"C:\Windows"#, by: SimulatedMachine.system) == before
        },
        Invariant("V069", "the person's profile itself cannot be listed") {
            let stage = try Stage()
            let command = try stage.start().process
            return code { _ = try stage.host.machine.list(#"C:\Users\alice"#, by: command) } == 5
        },
        Invariant("V070", "without accounts a denied path is refused, never dropped") {
            let stage = try Stage(.unelevatedOnWindows)
            return throwsAnything { _ = try stage.start(try Stage.policy(denied: [Place.root + "src"])) }
        },
        Invariant("V071", "a denied file cannot be read by the command, its child and its grandchild") {
            let stage = try Stage()
            let file = Place.root + "README.md"
            let command = try stage.start(try Stage.policy(denied: [file])).process
            let start = ProcessStart(image: "cmd.exe", commandLine: "cmd")
            let child = try stage.host.machine.createProcess(start, by: command)
            let grandchild = try stage.host.machine.createProcess(start, by: child)
            return [command, child, grandchild].allSatisfy { stage.read(file, by: $0) == 5 }
        },
        Invariant("V082", "when the policy denies nothing, nothing is denied on the disk", .fails) {
            let stage = try Stage()
            let file = Place.root + "README.md"
            _ = try stage.start(try Stage.policy(denied: [file]))
            let command = try stage.start().process
            return stage.read(file, by: command) == 0
        },
    ]

    /// Section 10.6 of the record.
    static let processes = [
        Invariant("V089", "a command without a capability is refused") {
            let stage = try Stage()
            var plan = try stage.sandbox.plan(try Stage.policy(), arguments: ["x"])
            plan.restrictingSIDs.removeAll { $0.capability != nil }
            return throwsAnything { _ = try stage.sandbox.start(plan) }
        },
        Invariant("V090", "without accounts an administrator's group only denies") {
            let stage = try Stage(.unelevatedOnWindows)
            let command = try stage.start().process
            let token = try #require(stage.host.machine.processes[command]?.token)
            return token.groups.first { $0.sid == .administrators }?.isDenyOnly == true
        },
        Invariant("V091", "the restricting list holds the principal") {
            let stage = try Stage()
            let command = try stage.start().process
            let list = stage.host.machine.processes[command]?.token.restrictingSIDs?.map(\.sid) ?? []
            return list.contains(try #require(stage.host.sid(of: Principal.offline)))
        },
        Invariant("V092", "two commands with other roots cannot write each other's") {
            let stage = try Stage()
            let other = SandboxPolicy(mode: .workspaceWrite, workspace: try Stage.hostPath(Stage.other))
            let (first, second) = (try stage.start().process, try stage.start(other).process)
            return stage.write(Place.outside, by: first) == 5 && stage.write(Place.root + "x", by: second) == 5
        },
        Invariant("V094", "what a command makes with its default list its own tree can open") {
            let stage = try Stage()
            let command = try stage.start().process
            let token = try #require(stage.host.machine.processes[command]?.token)
            let list = try #require(token.defaultDACL)
            try stage.host.machine.createPipe(
                "made", descriptor: SecurityDescriptor(dacl: .list(list)), by: command)
            let child = try stage.host.machine.createProcess(
                ProcessStart(image: "cmd.exe", commandLine: "cmd"), by: command)
            return code { try stage.host.machine.connectPipe("made", by: child) } == 0
        },
        Invariant("V095", "one command cannot open the processes of another", .fails) {
            let stage = try Stage()
            let (first, second) = (try stage.start().process, try stage.start().process)
            return code { try stage.host.machine.openProcess(first, AccessMask(rawValue: 1), by: second) } == 5
        },
        Invariant("V096", "without accounts a pipe with the default list can be opened by the command", .fails) {
            let stage = try Stage(.unelevatedOnWindows)
            let command = try stage.start().process
            try stage.host.machine.createPipe("made", descriptor: nil, by: command)
            return code { try stage.host.machine.connectPipe("made", by: command) } == 0
        },
        Invariant("V100", "what outlives the command is still confined") {
            let stage = try Stage()
            let command = try stage.start().process
            let child = try stage.host.machine.createProcess(
                ProcessStart(image: "cmd.exe", commandLine: "cmd"), by: command)
            try stage.host.machine.terminate(command, code: 0, by: command)
            return stage.write(Place.outside, by: child) == 5 && stage.write(Place.root + "x", by: child) == 0
        },
        Invariant("V102", "a program that a service starts for the command is confined", .fails) {
            let stage = try Stage()
            try stage.edit(Stage.other, .grant, try #require(stage.host.sid(of: SandboxGroup.users)), .fileModify)
            let command = try stage.start().process
            let started = try stage.host.machine.activate(
                ProcessStart(image: "server.exe", commandLine: "server"), for: command)
            return stage.write(Place.outside, by: command) == 5 && stage.write(Place.outside, by: started) == 5
        },
        Invariant("V106", "when commands have ended, no logon session of theirs is left", .lifted) {
            let stage = try Stage()
            let before = stage.host.machine.sessions.count
            for _ in 0..<3 { try stage.sandbox.end(try stage.start()) }
            return stage.host.machine.sessions.count == before
        },
    ]
}
