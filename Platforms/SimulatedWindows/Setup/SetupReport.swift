internal import JSON
internal import SandboxModel

/// Why the setup program stopped, as it leaves it for the caller; Windows: `setup_error.json`.
struct SetupReport: Hashable, Sendable {
    /// The documented code.
    var code: SetupFailureCode
    /// What was tried, on what, and what came back.
    var message: String

    /// Makes a report.
    init(code: SetupFailureCode, message: String) {
        self.code = code
        self.message = message
    }

    /// Reads the file; nothing for anything else.
    init?(parsing bytes: [UInt8]) {
        guard let json = try? JSONValue(parsing: String(decoding: bytes, as: UTF8.self)),
            let code = json["code"]?.string.flatMap(SetupFailureCode.init(rawValue:)),
            let message = json["message"]?.string
        else { return nil }
        self.init(code: code, message: message)
    }

    /// The content of the file.
    var bytes: [UInt8] {
        Array(JSONValue.object(["code": .string(code.rawValue), "message": .string(message)]).description.utf8)
    }
}
