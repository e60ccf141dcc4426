import JSON
import LinuxPlatform
import SandboxModel
import WindowsSecurity

/// What a launch would put in force, for `--dry-run`.
struct PlanReport {
    let plan: LaunchPlan
    let lowered: Lowered<LaunchRequest>
    let nested: NestedProtection

    /// The report.
    func text(asJSON: Bool) -> String {
        asJSON ? json.text : PrintableText.plain(lines.joined(separator: "\n") + "\n")
    }

    private var lines: [String] {
        let policy = plan.policy
        var lines = [
            "level: \(plan.level.rawValue)", "runs as: \(plan.principal?.accountName ?? "yourself")",
            "network: \(plan.network.rawValue)", "working directory: \(plan.workingDirectory)",
            "temporary directories: \(policy.temporary.rawValue)",
        ]
        lines += policy.writableRoots.map { "writable: \($0)" }
        lines += (policy.anchors + nested.anchors).map { "not to be renamed: \($0)" }
        lines += policy.protectedPaths.map { "protected: \($0.path)\($0.needsGuard ? " (missing)" : "")" }
        lines += nested.paths.map { "protected: \($0) (nested)" }
        lines += policy.deniedPaths.map { "not readable: \($0.path)" }
        lines += policy.readableRoots.map { "readable: \($0)" }
        lines += plan.gates.map { "gate: \($0.rawValue)" }
        lines += lowered.losses.map { "\($0.effect.rawValue): \($0.planned) -> \($0.inForce)" }
        lines += policy.notes.map { "note: \($0.kind.rawValue): \($0.path)" }
        return lines
    }

    private var json: JSONValue {
        let policy = plan.policy
        return .object([
            "level": .string(plan.level.rawValue),
            "principal": plan.principal.map { .string($0.accountName) } ?? .null,
            "policy": .string(policy.mode.rawValue),
            "network": .string(plan.network.rawValue),
            "temporary": .string(policy.temporary.rawValue),
            "workingDirectory": .string(plan.workingDirectory.text),
            "restrictingSIDs": .array(plan.restrictingSIDs.map { .string(Self.name(of: $0)) }),
            "writableRoots": Self.paths(policy.writableRoots),
            "anchors": Self.paths(policy.anchors + nested.anchors),
            "protectedPaths": .array(policy.protectedPaths.map(Self.protected)),
            "nestedProtectedPaths": Self.paths(nested.paths),
            "deniedPaths": Self.paths(policy.deniedPaths.map(\.path)),
            "readableRoots": Self.paths(policy.readableRoots),
            "timeoutMilliseconds": plan.timeoutMilliseconds.map { .integer(Int($0)) } ?? .null,
            "gates": .array(plan.gates.map { .string($0.rawValue) }),
            "losses": .array(lowered.losses.map(Self.loss)),
            "notes": .array(policy.notes.map { .string("\($0.kind.rawValue): \($0.path)") }),
            "environment": .array(plan.environment.map { .string(String(decoding: $0.name, as: UTF8.self)) }),
            "command": .array(plan.arguments.map { .string(String(decoding: $0, as: UTF8.self)) }),
        ])
    }

    private static func paths(_ paths: [HostPath]) -> JSONValue {
        .array(paths.map { .string($0.text) })
    }

    private static func protected(_ path: SandboxModel.ProtectedPath) -> JSONValue {
        .object([
            "path": .string(path.path.text), "missing": .bool(path.needsGuard),
            "insideRoot": .bool(path.isInsideRoot),
        ])
    }

    private static func loss(_ loss: ConfinementLoss) -> JSONValue {
        .object([
            "name": .string(loss.name), "effect": .string(loss.effect.rawValue),
            "planned": .string(loss.planned), "inForce": .string(loss.inForce),
        ])
    }

    private static func name(of restricting: RestrictingSID) -> String {
        switch restricting {
        case .capability(let capability): "\(capability.sid)"
        case .principal(let principal): principal.accountName
        case .proxyRoute(let sid): "proxy route \(sid)"
        case .logon: "logon session"
        case .everyone: "everyone"
        }
    }
}
