internal import JSON
internal import SandboxModel
internal import WindowsSecurity

/// What is denied to whom at present, as the documented file holds it; Windows: `deny_read_acl_state.json`.
struct DenialRecord: Hashable, Sendable {
    /// The denied paths of each trustee.
    var principals: [SID: [HostPath]]

    /// Makes a record of nothing.
    init() { principals = [:] }

    /// Reads the file; nothing for anything else.
    init?(parsing bytes: [UInt8]) {
        guard let json = try? JSONValue(parsing: String(decoding: bytes, as: UTF8.self)),
            let members = json["principals"]?.members
        else { return nil }
        principals = [:]
        for member in members {
            guard let sid = SID(member.name), let texts = member.value.array else { return nil }
            var paths: [HostPath] = []
            for text in texts {
                guard let file = text.string.flatMap({ try? FilePath($0) }), let path = try? HostPath(windows: file)
                else { return nil }
                paths.append(path)
            }
            principals[sid] = paths
        }
    }

    /// The content of the file.
    var bytes: [UInt8] {
        let members = principals.sorted { $0.key < $1.key }.map { sid, paths in
            JSONValue.Member(
                name: sid.description, value: .array(paths.sorted().map { .string($0.windows) }))
        }
        return Array(JSONValue.object([.init(name: "principals", value: .object(members))]).description.utf8)
    }
}
