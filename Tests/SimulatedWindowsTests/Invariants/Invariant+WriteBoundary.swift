import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    /// Section 10.1 of the record.
    static let writeBoundary = [
        Invariant("V001", "read-only: a file cannot be created in the working directory") {
            let stage = try Stage()
            let command = try stage.start(try Stage.policy(.readOnly)).process
            return stage.write(Place.root + "new", by: command) == 5
        },
        Invariant("V002", "a root can be written because group and capability both hold the rights") {
            let stage = try Stage()
            let command = try stage.start().process
            return stage.write(Place.root + "new", by: command) == 0
                && stage.write(Place.root + "README.md", by: command) == 0
                && code { try stage.host.machine.appendFile(Place.root + "README.md", [1], by: command) } == 0
        },
        Invariant("V004", "an extra root is open while the policy names it, and closed in the next run") {
            let stage = try Stage()
            let with = try stage.start(try Stage.policy(roots: [Stage.other])).process
            let without = try stage.start().process
            return stage.write(Place.outside, by: with) == 0 && stage.write(Place.outside, by: without) == 5
        },
        Invariant("V005", "an entry left by another workspace grants nothing") {
            let stage = try Stage()
            let policy = SandboxPolicy(mode: .workspaceWrite, workspace: try Stage.hostPath(Stage.other))
            _ = try stage.start(policy)
            let command = try stage.start().process
            return stage.write(Place.outside, by: command) == 5
        },
        Invariant("V006", "a grant to the capability alone is not enough: both passes must succeed") {
            let stage = try Stage()
            let command = try stage.start()
            let group = try #require(stage.host.sid(of: SandboxGroup.users))
            try stage.edit(Stage.repository, .revoke, group, [])
            return stage.write(Place.root + "README.md", by: command.process) == 5
        },
        Invariant("V007", "a grant to the group alone is not enough: both passes must succeed") {
            let stage = try Stage()
            let command = try stage.start()
            let capability = try #require(command.plan.capabilities.first?.sid)
            try stage.edit(Stage.repository, .revoke, capability, [])
            return stage.write(Place.root + "README.md", by: command.process) == 5
        },
        Invariant("V009", "a deny for the capability goes before what everybody may") {
            let stage = try Stage()
            let command = try stage.start()
            try stage.makeEverybodyWritable(Place.everybody)
            let capability = try #require(command.plan.capabilities.first?.sid)
            try stage.host.machine.edit(
                Place.everybody,
                [
                    ExplicitAccess(
                        .deny, trustee: capability, mask: AccessMask(rawValue: 0x4013_0156),
                        inheritance: [.objectInherit, .containerInherit])
                ], by: SimulatedMachine.system)
            return stage.write(Place.everybody + #"\new"#, by: command.process) == 5
        },
        Invariant("V011", "a directory for everybody that appears after a scan is closed", .fails) {
            let stage = try Stage()
            let command = try stage.start().process
            try stage.makeEverybodyWritable(Place.everybody)
            return stage.write(Place.everybody + #"\new"#, by: command) == 5
        },
        Invariant("V012", "in a run without a person at the screen directories for everybody are closed", .fails) {
            let stage = try Stage()
            try stage.makeEverybodyWritable(Place.everybody)
            let command = try stage.start().process
            return stage.write(Place.everybody + #"\new"#, by: command) == 5
        },
        Invariant("V015", "a file with an entry for the principal, outside every root, is closed", .fails) {
            let stage = try Stage()
            let offline = try #require(stage.host.sid(of: Principal.offline))
            try stage.edit(Place.outside, .grant, offline, .fileModify)
            let command = try stage.start().process
            return stage.write(Place.outside, by: command) == 5
        },
        Invariant("V016", "the temporary directory is open as a root and closed without") {
            let stage = try Stage()
            let with = try stage.start(try Stage.policy(roots: [Place.temporary])).process
            let without = try stage.start().process
            return stage.write(Place.temporary + #"\t"#, by: with) == 0
                && stage.write(Place.temporary + #"\u"#, by: without) == 5
        },
        Invariant("V020", "a root of the sandbox's own directories is refused") {
            let stage = try Stage()
            return throwsAnything {
                _ = try stage.start(try Stage.policy(roots: [stage.host.installation.configuration]))
            }
        },
        Invariant("V024", "the root of a drive as a root is refused", .lifted) {
            let stage = try Stage()
            return throwsAnything { _ = try stage.start(try Stage.policy(roots: [#"C:\"#])) }
        },
        Invariant("V025", "a root on a volume without descriptors is refused", .lifted) {
            let stage = try Stage()
            stage.host.machine.formatDrive("E", hasDescriptors: false)
            try stage.host.machine.makeDirectory(#"E:\work"#, by: stage.host.user)
            return throwsAnything { _ = try stage.start(try Stage.policy(roots: [#"E:\work"#])) }
        },
        Invariant("V026", "a policy without restrictions is refused") {
            let stage = try Stage()
            return throwsAnything { _ = try stage.start(try Stage.policy(.dangerFullAccess)) }
        },
        Invariant("V027", "a file in the root whose inheritance is cut can be written after a refresh", .fails) {
            let stage = try Stage()
            let file = Place.root + "README.md"
            let alice = stage.host.userSID
            try stage.host.machine.setList(
                of: file,
                to: SecurityDescriptor(dacl: .list([.allow(.fileAll, to: alice)]), control: .daclProtected),
                by: stage.host.user)
            let command = try stage.start().process
            return stage.write(file, by: command) == 0
        },
    ]
}

/// Whether a body throws.
func throwsAnything(_ body: () throws -> Void) -> Bool {
    do {
        try body()
        return false
    } catch {
        return true
    }
}
