internal import JSON
internal import SandboxModel

/// The stored passwords of the principals, as the file holds them; Windows: `sandbox_users.json`.
struct SandboxCredentials: Hashable, Sendable {
    /// The version of setup that wrote them; the documented one is 5.
    static let version = 5

    /// The protected password of each principal.
    var passwords: [Principal: [UInt8]]

    /// Makes credentials.
    init(passwords: [Principal: [UInt8]]) { self.passwords = passwords }

    /// Reads the file; nothing for anything that setup did not write.
    init?(parsing bytes: [UInt8]) {
        guard let json = try? JSONValue(parsing: String(decoding: bytes, as: UTF8.self)),
            json["version"]?.integer == Self.version
        else { return nil }
        passwords = [:]
        for principal in Principal.allCases {
            guard json[principal.rawValue]?["username"]?.string == principal.accountName,
                let text = json[principal.rawValue]?["password"]?.string, let blob = Base64.bytes(text)
            else { return nil }
            passwords[principal] = blob
        }
    }

    /// The content of the file.
    var bytes: [UInt8] {
        let members = Principal.allCases.map { principal in
            JSONValue.Member(
                name: principal.rawValue,
                value: .object([
                    "username": .string(principal.accountName),
                    "password": .string(Base64.text(passwords[principal] ?? [])),
                ]))
        }
        return Array(
            JSONValue.object([.init(name: "version", value: .integer(Self.version))] + members).description.utf8)
    }
}
