internal import JSON
internal import SandboxModel

/// The payload as the setup program takes it: JSON in base64, as its only argument.
extension SetupPayload {
    /// The argument.
    var argument: String { Base64.text(Array(json.description.utf8)) }

    private var json: JSONValue {
        func paths(_ list: [HostPath]) -> JSONValue { .array(list.map { .string($0.windows) }) }
        return .object([
            "version": .integer(version), "offline_username": .string(Principal.offline.accountName),
            "online_username": .string(Principal.online.accountName), "codex_home": .string(home.windows),
            "command_cwd": .string(workingDirectory.windows), "read_roots": paths(readRoots),
            "write_roots": paths(writeRoots), "deny_read_paths": paths(deniedReads),
            "deny_write_paths": paths(deniedWrites),
            "proxy_ports": .array(offline.proxyPorts.map { .integer(Int($0)) }),
            "allow_local_binding": .bool(offline.allowsLocalBinding), "real_user": .string(realUser),
            "mode": .string(mode.rawValue), "refresh_only": .bool(refreshesOnly),
        ])
    }

    /// Reads the argument; nothing for another version, a missing member or one of another kind.
    init?(argument: String) {
        guard let bytes = Base64.bytes(argument), let text = String(validating: bytes, as: UTF8.self),
            let json = try? JSONValue(parsing: text), json["version"]?.integer == Self.version,
            let home = Self.path(json["codex_home"]), let directory = Self.path(json["command_cwd"]),
            let user = json["real_user"]?.string, let mode = json["mode"]?.string.flatMap(Mode.init(rawValue:)),
            let ports = json["proxy_ports"]?.array, let isOpen = json["allow_local_binding"]?.bool,
            let refreshes = json["refresh_only"]?.bool
        else { return nil }
        let numbers = ports.compactMap { $0.integer.flatMap { UInt16(exactly: $0) } }
        guard numbers.count == ports.count else { return nil }
        self.init(
            home: home, workingDirectory: directory, realUser: user,
            offline: OfflineSettings(proxyPorts: numbers, allowsLocalBinding: isOpen), mode: mode,
            refreshesOnly: refreshes)
        for (name, list) in [
            ("read_roots", \SetupPayload.readRoots), ("write_roots", \.writeRoots), ("deny_read_paths", \.deniedReads),
            ("deny_write_paths", \.deniedWrites),
        ] {
            guard let elements = json[name]?.array else { return nil }
            let paths = elements.compactMap { Self.path($0) }
            guard paths.count == elements.count else { return nil }
            self[keyPath: list] = paths
        }
    }

    private static func path(_ json: JSONValue?) -> HostPath? {
        json?.string.flatMap { try? FilePath($0) }.flatMap { try? HostPath(windows: $0) }
    }
}
