import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    private static let home = #"C:\Users\alice"#

    /// Section 10.1 of the record: which roots count.
    static let roots = [
        Invariant("V016", "the temporary directory of the environment is open, and closed when it is left out") {
            stage in
            let with = try stage.start().process
            var policy = try Stage.policy()
            policy.temporary = .readOnly
            let without = try stage.start(policy).process
            return try stage.allowsWrite(Place.temporary + #"\t"#, by: with)
                && stage.refusesWrite(Place.temporary + #"\u"#, by: without)
        },
        Invariant("V017", "a relative temporary directory is no root") { stage in
            let resolved = try PolicyResolver.resolve(
                Stage.policy(), facts: stage.host, rules: .documented,
                environment: [
                    EnvironmentVariable("TEMP", #"other"#), EnvironmentVariable("TMP", #"\Users\alice\other"#),
                ])
            return Answer(resolved.writableRoots.map(\.windows) == [Stage.repository])
        },
        Invariant("V019", "without an existing root a policy that wants one is refused, not run read-only") { stage in
            let own = try Stage.hostPath(stage.host.installation.home)
            var policy = SandboxPolicy(
                mode: .workspaceWrite, workspace: own, writableRoots: [try Stage.hostPath(home + #"\none"#)])
            policy.temporary = .readOnly
            let refused = stage.refusesLaunch(policy)
            return Answer(refused.holds && refused.grounds.hasPrefix("none of the writable roots"), refused.grounds)
        },
        Invariant("V020", "the sandbox's own directories are dropped from the roots") { stage in
            let installation = stage.host.installation
            let own = [installation.home, installation.configuration, installation.programs, installation.secrets]
            let command = try stage.start(try Stage.policy(roots: own + [installation.configuration + #"\x"#]))
            return try Answer(command.plan.policy.writableRoots.map(\.windows) == [Place.temporary, Stage.repository])
                && stage.refusesWrite(installation.capabilities, by: command.process)
        },
        Invariant("V021", "the profile as a root stands for what it holds, without the private places") { stage in
            let command = try stage.start(try Stage.policy(roots: [home]))
            let roots = command.plan.policy.writableRoots.map(\.windows)
            return try Answer(roots.contains(Stage.repository) && roots.contains(Stage.other) && !roots.contains(home))
                && stage.allowsWrite(Place.outside, by: command.process)
                && stage.refusesWrite(home + #"\new"#, by: command.process)
                && stage.refusesWrite(home + #"\.ssh\config"#, by: command.process)
                && stage.refusesWrite(stage.host.installation.capabilities, by: command.process)
        },
        Invariant(
            "V022", "the profile as a root leaves the registry's hive as it is",
            .fails(because: "ordinary: CodexSandboxUsers; restricted: a capability"),
            remedy: .elevatedOnWindows.changed("spares-system-files") { $0.roots.remove(.expandsToSystemFiles) }
        ) { stage in
            let command = try stage.start(try Stage.policy(roots: [home]))
            return try stage.refusesWrite(home + #"\NTUSER.DAT"#, by: command.process)
        },
        Invariant(
            "V024", "the root of a drive as a root is refused or warned of",
            .fails(because: "ordinary: CodexSandboxUsers; restricted: a capability"),
            remedy: .elevatedOnWindows.changed("refuses-whole-drives") { $0.roots.remove(.allowsWholeFileSystems) }
        ) { stage in
            // A second drive belongs to alice, so that she may change its list.
            stage.host.machine.formatDrive("D")
            try stage.host.machine.edit(
                #"D:\"#, [ExplicitAccess(inheritable: .grant, stage.host.userSID, .fileAll)],
                by: SimulatedMachine.system)
            try stage.host.machine.makeDirectory(#"D:\games"#, by: stage.host.user)
            guard let command = try? stage.start(try Stage.policy(roots: [#"D:\"#])) else { return Answer(true) }
            return try stage.refusesWrite(#"D:\games\save"#, by: command.process)
        },
        Invariant(
            "V025", "a root on a volume without lists is clearly refused",
            .fails(because: #"grants: GetNamedSecurityInfoW E:\work: ERROR_INVALID_PARAMETER (87)"#),
            remedy: .elevatedOnWindows.changed("refuses-unlisted-volumes") { $0.roots.remove(.allowsUnlistedVolumes) }
        ) { stage in
            stage.host.machine.formatDrive("E", hasDescriptors: false)
            try stage.host.machine.makeDirectory(#"E:\work"#, by: stage.host.user)
            let refused = stage.refusesLaunch(try Stage.policy(roots: [#"E:\work"#]))
            return Answer(refused.holds && refused.grounds.contains("without access control lists"), refused.grounds)
        },
    ]
}
