import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Replay {
    private static let home = #"C:\Users\alice"#

    /// Sections 9.1 and 9.2 of the record: permissions in roots, and what is left on the disk.
    static let roots: [String: Body] = [
        "K1": { design in
            let stage = try Stage(design)
            _ = try stage.start()
            try stage.edit(Stage.repository, .grant, try #require(stage.host.sid(of: SandboxGroup.users)), .fileModify)
            let command = try stage.start().process
            try stage.host.machine.makeDirectory(Place.root + ".codex", by: command)
            try seal(Place.root + ".codex", for: stage.host.userSID, .fileModify, on: stage)
            let failure = try failure(stage)
            return failure?.error?.code == .accessDenied && failure?.error?.subject == Place.root + ".codex"
        },
        "K3": { design in
            let stage = try Stage(design)
            _ = try stage.start()
            try seal(Stage.other, for: .administrators, on: stage)
            try stage.host.machine.setOwner(.administrators, of: Stage.other, by: SimulatedMachine.system)
            let failure = try failure(stage, try Stage.policy(roots: [Stage.other]))
            return try failure?.error?.code == .accessDenied && failure?.error?.subject == Stage.other
                && stage.write(Place.root + "x", by: try stage.start().process) == 0
        },
        "K4": { design in
            let stage = try Stage(design)
            try seal(Place.root + ".git", for: .administrators, on: stage)
            try stage.host.machine.setOwner(.administrators, of: Place.root + ".git", by: SimulatedMachine.system)
            let failure = try failure(stage)
            return failure?.error?.code == .accessDenied && failure?.error?.call == "SetNamedSecurityInfoW"
                && failure?.error?.subject == Place.root + ".git"
        },
        "K5": { design in
            let stage = try Stage(design)
            let failure = try failure(stage)
            return "\(failure.map { "\($0)" } ?? "")".contains("helper_sandbox_lock_failed")
        },
        "K7": { design in
            let stage = try Stage(design)
            try seal(Place.root + "README.md", for: stage.host.userSID, on: stage)
            let command = try stage.start().process
            return stage.write(Place.root + "README.md", by: command) == 5
                && stage.write(Place.root + "new.md", by: command) == 0
        },
        "K8": { design in
            let stage = try Stage(design)
            let first = try stage.start()
            let capability = try stage.capability(of: Stage.repository, first)
            try stage.edit(Stage.repository, .revoke, capability, [])
            try stage.edit(Stage.repository, .deny, capability, .fileWriteData)
            let second = try stage.start().process
            return stage.write(Place.root + "x", by: second) == 5
        },
        "K9": { design in
            let stage = try Stage(design)
            try seal(Place.root + "src", for: stage.host.userSID, on: stage)
            let command = try stage.start().process
            return stage.write(Place.root + "x", by: command) == 0
                && stage.write(Place.root + #"src\x"#, by: command) == 5
        },
        "K11": { design in
            let stage = try Stage(design)
            stage.host.machine.formatDrive("D")
            try stage.host.machine.edit(
                #"D:\"#, [ExplicitAccess(inheritable: .grant, stage.host.userSID, .fileAll)],
                by: SimulatedMachine.system)
            try stage.host.machine.makeDirectory(#"D:\games"#, by: stage.host.user)
            let before = stage.write(#"D:\games\save"#, by: try stage.start().process)
            let command = try stage.start(try Stage.policy(roots: [#"D:\"#])).process
            return before == 5 && stage.write(#"D:\games\save"#, by: command) == 0
        },
        "K12": { design in
            let stage = try Stage(design)
            let command = try stage.start(try Stage.policy(roots: [home])).process
            return stage.write(home + #"\NTUSER.DAT"#, by: command) == 0
                && stage.write(home + #"\new"#, by: command) == 5
        },
        "K13": { design in
            let stage = try Stage(design)
            var path = home + #"\AppData"#
            for name in ["Roaming", "Microsoft", "Windows", "Start Menu", "Programs", "Startup"] {
                path += "\\" + name
                try stage.host.machine.makeDirectory(path, by: stage.host.user)
            }
            let before = stage.write(path + #"\x.cmd"#, by: try stage.start().process)
            let command = try stage.start(try Stage.policy(roots: [home])).process
            return before == 5 && stage.write(path + #"\x.cmd"#, by: command) == 0
        },
        "K15": { design in
            let stage = try Stage(design)
            try stage.host.machine.rename(
                home + #"\.ssh"#, to: Place.root + "keys", replaces: false, by: stage.host.user)
            try stage.host.machine.makeLink(
                home + #"\.ssh"#, to: .junction(Place.root + "keys"), isDirectory: true, by: stage.host.user)
            let command = try stage.start().process
            return try !stage.entries(Place.key, of: try #require(stage.host.sid(of: SandboxGroup.users))).isEmpty
                && stage.read(Place.key, by: command) == 0
        },
        "K16": { design in
            let stage = try Stage(design)
            let path = home + #"\AppData\Local\notes"#
            try stage.host.machine.writeFile(path, [1], by: stage.host.user)
            let command = try stage.start().process
            return stage.read(path, by: command) == 0 && stage.write(path, by: command) == 5
                && stage.read(Place.key, by: command) == 5
        },
        "K17": { design in
            let stage = try Stage(design)
            var session = try stage.open("timeout /t 100")
            try stage.host.machine.terminate(stage.host.user, by: stage.host.user)
            _ = session.wait(1000)
            return stage.host.machine.processes.values.contains { $0.job == session.command.job && $0.isRunning }
        },
        "K19": { design in
            let stage = try Stage(design)
            try stage.sandbox.end(try stage.start())
            let command = try stage.start(try Stage.policy(roots: [Place.root + ".git"])).process
            return stage.write(Place.root + #".git\config"#, by: command) == 5
                && stage.write(Place.root + "x", by: command) == 0
        },
        "K20": { design in
            var questions = OpenQuestions()
            questions.revocationKeepsDenials = false
            let left = try [false, true].map { changesHands in
                let stage = try Stage(design, questions: questions)
                let group = try #require(stage.host.sid(of: SandboxGroup.users))
                let denied = try stage.start(try Stage.policy(denied: [Place.outside])).process
                #expect(stage.read(Place.outside, by: denied) == 5)
                if changesHands {
                    let entries = try stage.entries(Place.outside, of: group).filter { $0.type.isDeny }
                    let list = ACL(entries + [.allow(.fileModify, to: stage.host.userSID)])
                    try stage.host.machine.setList(
                        of: Place.outside, to: SecurityDescriptor(dacl: .list(list), control: .daclProtected),
                        inherits: false, by: SimulatedMachine.system)
                    try stage.host.machine.setOwner(.administrators, of: Place.outside, by: SimulatedMachine.system)
                }
                _ = try failure(stage)
                return try stage.entries(Place.outside, of: group).contains { $0.type.isDeny }
            }
            return left == [false, true]
        },
    ]
}
