internal import JSON
internal import SandboxModel

/// The record that setup ran to its end, as the file holds it; Windows: `setup_marker.json`.
struct SetupMarker: Hashable, Sendable {
    /// What the offline principal may reach since then.
    var offline: OfflineSettings

    /// Makes a marker.
    init(offline: OfflineSettings) { self.offline = offline }

    /// Reads the file; nothing for one of another version or for an unfinished one.
    init?(parsing bytes: [UInt8]) {
        guard let json = try? JSONValue(parsing: String(decoding: bytes, as: UTF8.self)),
            json["version"]?.integer == SetupPayload.version, let ports = json["proxy_ports"]?.array,
            let isOpen = json["allow_local_binding"]?.bool
        else { return nil }
        offline = OfflineSettings(
            proxyPorts: ports.compactMap { $0.integer.flatMap { UInt16(exactly: $0) } }, allowsLocalBinding: isOpen)
    }

    /// The content of the file.
    ///
    /// - Parameter time: when setup ended.
    /// - Returns: the bytes.
    func bytes(at time: UInt64) -> [UInt8] {
        let json = JSONValue.object([
            "version": .integer(SetupPayload.version), "offline_username": .string(Principal.offline.accountName),
            "online_username": .string(Principal.online.accountName),
            "created_at": .integer(Int(truncatingIfNeeded: time)),
            "proxy_ports": .array(offline.proxyPorts.map { .integer(Int($0)) }),
            "allow_local_binding": .bool(offline.allowsLocalBinding), "read_roots": [], "write_roots": [],
        ])
        return Array(json.description.utf8)
    }
}
