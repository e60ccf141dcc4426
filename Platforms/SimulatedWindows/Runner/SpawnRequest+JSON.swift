internal import JSON
internal import SandboxModel
internal import WindowsSecurity

extension SpawnRequest {
    private static let names: Set<String> = [
        "command", "cwd", "env", "workspace_roots", "cap_sids", "network_proxy_restricting_sid", "timeout_ms", "tty",
        "stdin_open",
    ]

    /// The payload of the first message; paths are written as Windows does.
    var json: JSONValue {
        .object([
            "command": .array(command.map { .string(String(decoding: $0, as: UTF8.self)) }),
            "cwd": .string(workingDirectory.windows),
            "env": .object(
                environment.map {
                    .init(
                        name: String(decoding: $0.name, as: UTF8.self),
                        value: .string(String(decoding: $0.value, as: UTF8.self)))
                }),
            "workspace_roots": .array(workspaceRoots.map { .string($0.windows) }),
            "cap_sids": .array(capabilitySIDs.map { .string($0.description) }),
            "network_proxy_restricting_sid": proxyRoute.map { .string($0.description) } ?? .null,
            "timeout_ms": timeoutMilliseconds.map { .integer(Int($0)) } ?? .null,
            "tty": .bool(usesTerminal), "stdin_open": .bool(standardInputIsOpen),
        ])
    }

    /// Reads the payload of the first message.
    init(_ payload: RunnerPayload) throws(RunnerMemberError) {
        for member in payload.json.members ?? [] where !Self.names.contains(member.name) {
            throw RunnerMemberError("payload", member.name)
        }
        var environment: [EnvironmentVariable] = []
        for member in payload.json["env"]?.members ?? [] {
            guard let value = member.value.string else { throw RunnerMemberError("payload", "env", member.name) }
            environment.append(EnvironmentVariable(member.name, value))
        }
        var roots: [HostPath] = []
        for text in try payload.list("workspace_roots") { roots.append(try Self.path(text, "workspace_roots")) }
        var capabilities: [SID] = []
        for text in try payload.list("cap_sids") {
            guard let sid = SID(text) else { throw RunnerMemberError("payload", "cap_sids") }
            capabilities.append(sid)
        }
        var route: SID?
        if payload.json["network_proxy_restricting_sid"] != .null {
            guard let sid = SID(try payload.text("network_proxy_restricting_sid")) else {
                throw RunnerMemberError("payload", "network_proxy_restricting_sid")
            }
            route = sid
        }
        self.init(
            command: try payload.list("command").map { Array($0.utf8) },
            workingDirectory: try Self.path(try payload.text("cwd"), "cwd"), environment: environment,
            workspaceRoots: roots, capabilitySIDs: capabilities, proxyRoute: route,
            timeoutMilliseconds: payload.json["timeout_ms"] == .null ? nil : try payload.number("timeout_ms"),
            usesTerminal: try payload.flag("tty"), standardInputIsOpen: try payload.flag("stdin_open"))
    }

    private static func path(_ text: String, _ name: String) throws(RunnerMemberError) -> HostPath {
        guard let file = try? FilePath(text), let path = try? HostPath(windows: file) else {
            throw RunnerMemberError("payload", name)
        }
        return path
    }
}
