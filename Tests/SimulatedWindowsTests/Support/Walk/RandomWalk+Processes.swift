import SimulatedWindows
import WindowsSecurity

extension RandomWalk {
    static let processes: [Step] = [
        { _ = try $1.createProcess($0.start(), by: $2) },
        { walk, machine, caller in
            let filter = TokenFilter(
                flags: walk.pick([[.writeRestricted], [.disableMaximumPrivilege], []]),
                restrictingSIDs: [.everyone, walk.sid(machine)])
            let token = try machine.restrictedToken(filter, of: caller)
            _ = try machine.createProcess(walk.start(), as: token, by: caller)
        },
        { _ = try $1.createProcess($0.start(), logon: $0.pick(["bob", "x"]), password: "correct horse bob", by: $2) },
        { try $1.acquireClientCredentials(by: $2) },
        { try $1.enablePrivileges(PrivilegeSet([$0.pick(Privilege.allCases)]), by: $2) },
        { try $1.openProcess($0.process($1), $0.mask(), by: $2) },
        { walk, machine, caller in
            let target = walk.process(machine)
            guard target != SimulatedMachine.system else { return }
            try machine.terminate(target, code: 3, by: caller)
        },
        { _ = try $1.createJob($0.pick([.killOnClose, .breakawayOK, []]), by: $2) },
        { try $1.setLimits(.breakawayOK, of: UInt32($0.number(below: 5)), by: $2) },
        { try $1.terminateJob(UInt32($0.number(below: 5)), code: 9, by: $2) },
        { _ = try $1.createMutex($0.pick(["Local\\m", "Global\\m"]), descriptor: $0.descriptor($1), by: $2) },
        { try $1.probeMutex($0.pick(["Local\\m", "Global\\m"]), by: $2) },
        { _ = try $1.createDesktop($0.pick(["one", "two"]), descriptor: $0.descriptor($1), by: $2) },
        { try $1.setClipboard(bytes($0.path()), by: $2) },
        { _ = try $1.clipboard(by: $2) },
        { try $1.postMessage(to: $0.process($1), by: $2) },
        { walk, machine, caller in
            let line = walk.pick([
                "dir /b", "echo x> new.txt & type new.txt", "icacls . /grant Users:R", "timeout /t 2 | sort",
                "net user dave pw /add", "set X=1 && whoami", "start /b timeout /t 9", "nonsense", "type none || more",
            ])
            _ = machine.runLine(line, input: bytes("b\r\na\r\n"), mergesErrors: walk.chance(2), by: caller)
        },
        { walk, machine, _ in machine.passTime(UInt64(walk.number(below: 4000))) },
    ]

    static let pipes: [Step] = [
        { walk, machine, caller in
            let stream = try machine.createStream(by: caller)
            try machine.writeStream([0, 255, 10], to: stream, by: caller)
            _ = try machine.readStream(stream, limit: walk.number(below: 4), by: caller)
            if walk.chance(2) { try machine.closeStream(walk.pick([.reading, .writing]), of: stream, by: caller) }
        },
        { try $1.createPipe($0.pick(["p", "Q"]), descriptor: $0.chance(2) ? $0.descriptor($1) : nil, by: $2) },
        { try $1.connectPipe($0.pick(["p", "q"]), by: $2) },
        { try $1.writePipe(bytes("é"), to: $0.pick(["p", "q"]), by: $2) },
        { _ = try $1.readPipe($0.pick(["p", "q"]), by: $2) },
        { try $1.closePipe($0.pick(["p", "q"]), by: $2) },
    ]
}
