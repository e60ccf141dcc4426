import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    /// Section 10.6 of the record: tokens, and what they open.
    static let tokens = [
        Invariant("V089", "a command without a capability is refused") { stage in
            var plan = try stage.sandbox.plan(try Stage.policy(), arguments: ["x"])
            plan.restrictingSIDs.removeAll { $0.capability != nil }
            return Answer(throwsAnything { _ = try stage.sandbox.start(plan) })
        },
        Invariant(
            "V090", "without accounts an administrator's group only denies", on: .unelevatedOnWindows
        ) { stage in
            let command = try stage.start().process
            let token = try #require(stage.host.machine.processes[command]?.token)
            return Answer(token.groups.first { $0.sid == .administrators }?.isDenyOnly == true)
        },
        Invariant("V091", "the restricting list holds the principal, and with a proxy its one route") { stage in
            var proxy = try SimulatedProxy(host: stage.host, port: 3128)
            let route = try proxy.openRoute()
            stage.host.machine.answerConsent(.approve)
            let command = try stage.start(
                environment: [("HTTPS_PROXY", "http://127.0.0.1:3128")], proxyRoute: route)
            let token = try #require(stage.host.machine.processes[command.process]?.token)
            let offline = try #require(stage.host.sid(of: Principal.offline))
            let list = token.restrictingSIDs?.map(\.sid) ?? []
            return Answer(
                list == command.plan.capabilities.map(\.sid)
                    + [offline, route, try #require(token.logonSID), .everyone])
        },
        Invariant(
            "V092", "two commands with other roots cannot write each other's",
            .holds(because: "ordinary: CodexSandboxUsers; restricted: nobody gives FILE_GENERIC_WRITE")
        ) { stage in
            let other = SandboxPolicy(mode: .workspaceWrite, workspace: try Stage.hostPath(Stage.other))
            let (first, second) = (try stage.start().process, try stage.start(other).process)
            return try stage.refusesWrite(Place.outside, by: first)
                && stage.refusesWrite(Place.root + "README.md", by: second)
        },
        Invariant("V094", "what a command makes with its default list its own tree can open") { stage in
            let command = try stage.start().process
            let token = try #require(stage.host.machine.processes[command]?.token)
            let list = try #require(token.defaultDACL)
            try stage.host.machine.createPipe(
                "made", descriptor: SecurityDescriptor(dacl: .list(list)), by: command)
            let child = try stage.child(of: command)
            return Answer(code { try stage.host.machine.connectPipe("made", by: child) } == 0)
        },
        Invariant(
            "V095", "one command cannot open the processes of another",
            .fails(because: "ordinary: Everyone; restricted: Everyone"), remedy: .newest
        ) { stage in
            let (first, second) = (try stage.start().process, try stage.start().process)
            return try stage.refusesProcess(first, AccessMask(rawValue: 0x2A), by: second)
        },
        Invariant(
            "V096", "without accounts a pipe with the default list can be opened by the command",
            .fails(because: "ordinary: alice; restricted: nobody gives FILE_GENERIC_WRITE"), on: .unelevatedOnWindows,
            remedy: .elevatedOnWindows
        ) { stage in
            let command = try stage.start().process
            try stage.host.machine.createPipe("made", descriptor: nil, by: command)
            let number = code { try stage.host.machine.connectPipe("made", by: command) }
            return Answer(number == 0, stage.why)
        },
    ]
}

extension Stage {
    /// Whether opening a process is refused.
    func refusesProcess(
        _ target: ProcessIdentifier, _ access: AccessMask, by process: ProcessIdentifier
    ) throws -> Answer {
        let descriptor = try #require(host.machine.processes[target]).descriptor
        let token = try #require(host.machine.processes[process]).token
        let derivation = AccessCheck.explain(
            descriptor, token: token, request: AccessRequest(access, mapping: ObjectType.process.mapping)
        ).derivation
        switch code({ try host.machine.openProcess(target, access, by: process) }) {
        case 0: return Answer(false, grounds(derivation, descriptor, .process))
        case 5: return Answer(true, why)
        case let number: return Answer(false, "error \(number)")
        }
    }
}
