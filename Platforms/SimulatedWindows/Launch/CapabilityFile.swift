internal import JSON
internal import SandboxModel
internal import WindowsSecurity

/// The ledger of capabilities as the documented file holds it; Windows: `cap_sid`.
struct CapabilityFile: Hashable, Sendable {
    /// The ledger.
    var ledger: CapabilityLedger

    /// Makes the file of a ledger.
    init(_ ledger: CapabilityLedger) { self.ledger = ledger }

    /// Reads the file; nothing for anything else.
    init?(parsing bytes: [UInt8]) {
        guard let json = try? JSONValue(parsing: String(decoding: bytes, as: UTF8.self)) else { return nil }
        var roots: [HostPath: SID] = [:]
        for member in json["writable_root_by_path"]?.members ?? [] {
            guard let path = try? HostPath(member.name), let text = member.value.string, let sid = SID(text) else {
                return nil
            }
            roots[path] = sid
        }
        ledger = CapabilityLedger(readOnly: json["readonly"]?.string.flatMap { SID($0) }, roots: roots)
    }

    /// The content of the file.
    var text: String {
        let roots = ledger.roots.sorted { $0.key < $1.key }.map {
            JSONValue.Member(name: $0.key.text, value: .string($0.value.description))
        }
        return JSONValue.object([
            .init(name: "readonly", value: ledger.readOnly.map { .string($0.description) } ?? .null),
            .init(name: "writable_root_by_path", value: .object(roots)),
        ]).description
    }
}
