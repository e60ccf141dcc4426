import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    /// Section 10.1 of the record: what may be written.
    static let writeBoundary = [
        Invariant(
            "V001", "read-only: a file cannot be created in the working directory",
            .holds(because: "ordinary: nobody gives FILE_WRITE_DATA")
        ) { stage in
            let command = try stage.start(try Stage.policy(.readOnly)).process
            return try stage.refusesWrite(Place.root + "new", by: command)
        },
        Invariant("V002", "a root can be written because group and capability both hold the rights") { stage in
            let command = try stage.start().process
            let root = try stage.grounds(Stage.repository, .fileAddFile, by: command)
            return try Answer(root == "ordinary: CodexSandboxUsers; restricted: a capability", root)
                && stage.allowsWrite(Place.root + "new", by: command)
                && stage.allowsWrite(Place.root + "README.md", by: command)
                && code { try stage.host.machine.appendFile(Place.root + "README.md", [1], by: command) } == 0
        },
        Invariant(
            "V004", "an extra root is open while the policy names it, and closed in the next run",
            .holds(because: "ordinary: CodexSandboxUsers; restricted: nobody gives FILE_GENERIC_WRITE")
        ) { stage in
            let with = try stage.start(try Stage.policy(roots: [Stage.other])).process
            let without = try stage.start().process
            return try stage.refusesWrite(Place.outside, by: without) && stage.write(Place.outside, by: with) == 0
        },
        Invariant(
            "V005", "an entry left by another workspace grants nothing",
            .holds(because: "ordinary: CodexSandboxUsers; restricted: nobody gives FILE_GENERIC_WRITE")
        ) { stage in
            let policy = SandboxPolicy(mode: .workspaceWrite, workspace: try Stage.hostPath(Stage.other))
            _ = try stage.start(policy)
            return try stage.refusesWrite(Place.outside, by: try stage.start().process)
        },
        Invariant(
            "V006", "a grant to the capability alone is not enough",
            .holds(because: "ordinary: nobody gives FILE_GENERIC_WRITE")
        ) { stage in
            let command = try stage.start()
            let group = try #require(stage.host.sid(of: SandboxGroup.users))
            try stage.edit(Stage.repository, .revoke, group, [])
            return try stage.refusesWrite(Place.root + "README.md", by: command.process)
        },
        Invariant(
            "V007", "a grant to the group alone is not enough",
            .holds(because: "ordinary: CodexSandboxUsers; restricted: nobody gives FILE_GENERIC_WRITE")
        ) { stage in
            let command = try stage.start()
            try stage.edit(Stage.repository, .revoke, try stage.capability(of: Stage.repository, command), [])
            return try stage.refusesWrite(Place.root + "README.md", by: command.process)
        },
        Invariant(
            "V015", "a file with an entry for the principal, outside every root, is closed",
            .fails(because: "ordinary: CodexSandboxOffline; restricted: CodexSandboxOffline"),
            remedy: .elevatedOnWindows.changed("without-principal") {
                $0.restrictingList = [.capabilities, .proxyRoute, .logon, .everyone]
            }
        ) { stage in
            let offline = try #require(stage.host.sid(of: Principal.offline))
            try stage.edit(Place.outside, .grant, offline, .fileModify)
            return try stage.refusesWrite(Place.outside, by: try stage.start().process)
        },
        Invariant("V026", "a policy without restrictions is refused") { stage in
            try stage.refusesLaunch(Stage.policy(.dangerFullAccess))
        },
        Invariant(
            "V027", "a file in the root whose inheritance is cut can be written after a refresh",
            .fails(because: "ordinary: nobody gives FILE_GENERIC_WRITE")
        ) { stage in
            let file = Place.root + "README.md"
            try stage.host.machine.setList(
                of: file,
                to: SecurityDescriptor(
                    dacl: .list([.allow(.fileAll, to: stage.host.userSID)]), control: .daclProtected),
                by: stage.host.user)
            return try stage.allowsWrite(file, by: try stage.start().process)
        },
    ]
}
