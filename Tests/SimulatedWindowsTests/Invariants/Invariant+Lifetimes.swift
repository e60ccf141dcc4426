import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    /// Section 10.6 of the record: what a command gets, and what outlives what.
    static let lifetimes = [
        Invariant("V097", "a command gets the three standard handles and no other") { stage in
            let handle = try stage.host.machine.open(
                OpenRequest(Place.outside, access: .genericWrite), by: stage.host.user)
            let session = try stage.open("timeout /t 10")
            let command = session.command.process
            let handles = try #require(stage.host.machine.processes[command]).standardHandles
            let streams = [handles.input, handles.output, handles.error].compactMap { handle -> UInt32? in
                if case .stream(let number) = handle { number } else { nil }
            }
            let machine = stage.host.machine
            let ends = machine.streams.values.filter { $0.readers.contains(command) || $0.writers.contains(command) }
            let pipes = machine.pipes.keys.sorted().map { name in
                code { _ = try stage.host.machine.readPipe(name, by: command) }
            }
            return Answer(
                Set(streams).count == 3 && ends.count == 3 && pipes == [6, 6]
                    && code { try stage.host.machine.write([1], to: handle, by: command) } == 6)
        },
        Invariant("V099", "when its time is over the whole tree is dead within five seconds, with 192") { stage in
            var session = try stage.open("start /b timeout /t 100 & timeout /t 50", timeout: 1000)
            let before = stage.host.machine.clock
            let captured = try session.capture()
            let job = session.command.job
            return Answer(
                captured.code == 192 && captured.isTimedOut && stage.host.machine.clock - before <= 6000
                    && stage.host.machine.processes.values.allSatisfy { $0.job != job || !$0.isRunning })
        },
        Invariant("V100", "what outlives the command is still confined") { stage in
            let command = try stage.start().process
            let child = try stage.child(of: command)
            try stage.host.machine.terminate(command, code: 0, by: command)
            return try stage.refusesWrite(Place.outside, by: child)
                && stage.allowsWrite(Place.root + "x", by: child)
        },
        Invariant(
            "V101", "when the caller is gone the tree ends", .fails(because: "cmd.exe and timeout.exe still run"),
            remedy: .packaged
        ) { stage in
            var session = try stage.open("timeout /t 100")
            try stage.host.machine.terminate(stage.host.user, by: stage.host.user)
            _ = session.wait(1000)
            let left = stage.host.machine.processes.values.filter { $0.job == session.command.job && $0.isRunning }
            let names = left.compactMap { $0.image.split(separator: "\\").last.map(String.init) }.sorted()
            return Answer(names.isEmpty, names.joined(separator: " and ") + " still run")
        },
        Invariant(
            "V102", "a program that a service starts for the command is confined",
            .fails(because: "ordinary: CodexSandboxUsers")
        ) { stage in
            try stage.edit(Stage.other, .grant, try #require(stage.host.sid(of: SandboxGroup.users)), .fileModify)
            let command = try stage.start().process
            let started = try stage.host.machine.activate(
                ProcessStart(image: "server.exe", commandLine: "server"), for: command)
            return try stage.refusesWrite(Place.outside, by: command)
                && stage.refusesWrite(Place.outside, by: started)
        },
        Invariant("V104", "a command's windows are on a desktop of its own, and without one it does not start") {
            stage in
            let before = stage.host.machine
            let command = try stage.start().process
            let desktop = try #require(stage.host.machine.processes[command]?.desktop)
            let isReached = stage.host.machine.windows(reachedBy: command).contains(stage.host.user)
            // Chance is part of the machine, so the next desktop's name is known; somebody else may have it.
            stage.host.machine = before
            let owner = SecurityDescriptor(dacl: .list([.allow(.genericAll, to: stage.host.userSID)]))
            _ = try stage.host.machine.createDesktop(
                String(desktop.dropFirst(#"WinSta0\"#.count)), descriptor: owner, by: stage.host.user)
            let refused = stage.refusesLaunch(try Stage.policy())
            return Answer(
                desktop.hasPrefix(#"WinSta0\CodexSandboxDesktop-"#) && !isReached && refused.holds
                    && refused.grounds.contains("CreateDesktopW"), refused.grounds)
        },
        Invariant("V105", "commands under other policies have other desktops", on: .packaged) { stage in
            let policies = [try Stage.policy(), try Stage.policy(), try Stage.policy(roots: [Stage.other])]
            let desktops = try policies.map { policy in
                let command = try stage.start(policy).process
                return try #require(stage.host.machine.processes[command]?.desktop)
            }
            return Answer(desktops[0] == desktops[1] && desktops[1] != desktops[2], "\(desktops)")
        },
        Invariant(
            "V106", "when commands have ended, no logon session of theirs is left",
            .fails(because: "3 sessions of CodexSandboxOffline are left")
        ) { stage in
            for _ in 0..<3 { try stage.sandbox.end(try stage.start()) }
            let offline = try #require(stage.host.sid(of: Principal.offline))
            let left = stage.host.machine.sessions.values.filter { $0.user == offline }.count
            return Answer(left == 0, "\(left) sessions of CodexSandboxOffline are left")
        },
        Invariant(
            "V107", "when something left behind keeps the output open, the result comes all the same",
            .fails(because: "it came after 100 s"),
            remedy: .elevatedOnWindows.changed("drains-five-seconds") { $0.processes.drainMilliseconds = 5000 }
        ) { stage in
            var session = try stage.open("start /b timeout /t 100 & echo gone")
            let before = stage.host.machine.clock
            _ = try session.capture()
            let seconds = (stage.host.machine.clock - before) / 1000
            return Answer(seconds <= 5, "it came after \(seconds) s")
        },
    ]
}

extension Stage {
    /// A command line that the machine carries out in the sandbox.
    func open(_ line: String, timeout: UInt32? = nil, input: Bool = true) throws -> CommandSession {
        let plan = try sandbox.plan(
            try Self.policy(), arguments: ["cmd", "/c", line], timeoutMilliseconds: timeout)
        return try sandbox.open(plan, standardInputIsOpen: input)
    }
}
