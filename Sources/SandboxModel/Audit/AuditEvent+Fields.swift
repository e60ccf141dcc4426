extension AuditEvent {
    /// What the event says beside its name, by field name; the same in every encoding.
    ///
    /// Of a command only the program and the number of its arguments are kept: arguments often hold secrets.
    public var fields: [(name: String, value: AuditValue)] {
        switch self {
        case .policyRefused(let error):
            [("code", .text(error.code.rawValue)), ("path", .text(error.path.text))]
        case .launchPlanned(let plan): Self.fields(of: plan)
        case .weakened(let weakening): [("weakening", .text(weakening.name))]
        case .grantsChanged(let change):
            [
                ("root", .text(change.root.text)), ("grant", .text(change.kind.rawValue)),
                ("changed", .number(change.changed)), ("omitted", .number(change.omitted)),
            ]
        case .launchRefused(let layer, let reason): [("layer", .text(layer)), ("reason", .text(reason))]
        case .commandEnded(.exited(let code)): [("exit", .number(Int(code)))]
        case .commandEnded(.signaled(let number)): [("signal", .number(Int(number)))]
        case .commandEnded(.timedOut): [("timeout", .number(1))]
        }
    }

    private static func fields(of plan: LaunchPlan) -> [(name: String, value: AuditValue)] {
        let policy = plan.policy
        var fields: [(name: String, value: AuditValue)] = [
            ("level", .text(plan.level.rawValue)), ("policy", .text(policy.mode.rawValue)),
            ("network", .text(plan.network.rawValue)), ("workspace", .text(policy.workspace.text)),
            ("writable", .texts(policy.writableRoots.map(\.text))),
            ("readable", .texts(policy.readableRoots.map(\.text))),
            ("denied", .texts(policy.deniedPaths.map(\.path.text))),
            ("protected", .number(policy.protectedPaths.count)),
            ("program", .text(String(decoding: plan.arguments.first ?? [], as: UTF8.self))),
            ("arguments", .number(max(0, plan.arguments.count - 1))),
        ]
        if let principal = plan.principal { fields.insert(("principal", .text(principal.accountName)), at: 1) }
        if let limit = plan.timeoutMilliseconds { fields.append(("timeoutMilliseconds", .number(Int(limit)))) }
        return fields
    }
}
