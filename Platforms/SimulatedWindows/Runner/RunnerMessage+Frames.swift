internal import ModelFamilies
public import SandboxModel

/// Why the bytes of a pipe are no message.
public enum RunnerMessageError: Error, Hashable, Sendable {
    /// The frame around it is wrong.
    case frame(RunnerFrameError)
    /// It is not UTF-8; the offset of the first byte that is not, counted from the start of the frame's body.
    case notUTF8(offset: Int)
    /// It is no JSON; the offset of the first byte that does not fit.
    case notJSON(offset: Int)
    /// A member of the envelope or the payload is missing, unknown or of another kind; its path.
    case member(String)
    /// The first message is of another version of the protocol.
    case version(Int)
    /// The message is not one that may come now.
    case outOfOrder(String)
}

extension RunnerMessage {
    /// The message in a frame, as it goes through the pipe.
    ///
    /// - Returns: the frame.
    /// - Throws: `RunnerFrameError.tooLong`.
    public func frame() throws(RunnerFrameError) -> [UInt8] {
        let envelope = JSONValue.object([
            "version": .integer(Int(RunnerFrame.protocolVersion)), "type": .string(type), "payload": payload,
        ])
        return try RunnerFrame.encode(Array(envelope.description.utf8))
    }

    private var payload: JSONValue {
        switch self {
        case .spawnRequest(let request): request.json
        case .spawnReady(let process): .object(["process_id": .integer(Int(process))])
        case .output(let stream, let data):
            .object(["data_b64": .string(Base64.text(data)), "stream": .string(stream.rawValue)])
        case .standardInput(let data): .object(["data_b64": .string(Base64.text(data))])
        case .closeStandardInput, .terminate: .object([] as [JSONValue.Member])
        case .resize(let rows, let columns): .object(["rows": .integer(Int(rows)), "cols": .integer(Int(columns))])
        case .exit(let code, let timedOut):
            .object(["exit_code": .integer(Int(code)), "timed_out": .bool(timedOut)])
        case .error(let stage, let message, let code):
            .object([
                "message": .string(message), "stage": .string(stage.rawValue),
                "windows_error_code": code.map { .integer(Int($0)) } ?? .null,
            ])
        }
    }

    /// Reads the body of a frame.
    ///
    /// - Parameters:
    ///   - body: the bytes.
    ///   - isFirst: whether the version counts, as it does in the first message only.
    /// - Throws: ``RunnerMessageError`` that names the place.
    public init(body: [UInt8], isFirst: Bool = false) throws(RunnerMessageError) {
        guard let text = String(validating: body, as: UTF8.self) else {
            throw .notUTF8(offset: Self.firstInvalid(body))
        }
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: text)
        } catch {
            throw .notJSON(offset: error.offset)
        }
        let names = json.members?.map(\.name) ?? []
        for name in ["version", "type", "payload"] where !names.contains(name) { throw .member(name) }
        if let unknown = names.first(where: { !["version", "type", "payload"].contains($0) }) {
            throw .member(unknown)
        }
        guard let version = json["version"]?.integer else { throw .member("version") }
        if isFirst, version != Int(RunnerFrame.protocolVersion) { throw .version(version) }
        guard let type = json["type"]?.string else { throw .member("type") }
        guard let payload = json["payload"], payload.members != nil else { throw .member("payload") }
        self = try Self.message(type, RunnerPayload(json: payload))
    }

    private static func firstInvalid(_ bytes: [UInt8]) -> Int {
        var low = 0
        for (index, byte) in bytes.enumerated() where byte < 0x80 || byte >= 0xC0 {
            guard String(validating: bytes[low..<index], as: UTF8.self) != nil else { return low }
            low = index
        }
        return low
    }

    private static func message(_ type: String, _ payload: RunnerPayload) throws(RunnerMessageError) -> RunnerMessage {
        switch type {
        case "spawn_request": return .spawnRequest(try SpawnRequest(payload))
        case "spawn_ready":
            return .spawnReady(processIdentifier: try payload.number("process_id"))
        case "output":
            guard let stream = RunnerStream(rawValue: try payload.text("stream")) else { throw .member("stream") }
            return .output(stream, try payload.data("data_b64"))
        case "stdin": return .standardInput(try payload.data("data_b64"))
        case "close_stdin": return .closeStandardInput
        case "terminate": return .terminate
        case "resize": return .resize(rows: try payload.number("rows"), columns: try payload.number("cols"))
        case "exit":
            return .exit(code: try payload.number("exit_code"), timedOut: try payload.flag("timed_out"))
        case "error":
            guard let stage = RunnerStage(rawValue: try payload.text("stage")) else { throw .member("stage") }
            let code: Int32? =
                payload.json["windows_error_code"] == .null ? nil : try payload.number("windows_error_code")
            return .error(stage: stage, message: try payload.text("message"), systemError: code)
        default: throw .member("type")
        }
    }
}

/// Reads the members of a payload by their kinds.
struct RunnerPayload {
    let json: JSONValue

    func text(_ name: String) throws(RunnerMessageError) -> String {
        guard let text = json[name]?.string else { throw .member(name) }
        return text
    }

    func flag(_ name: String) throws(RunnerMessageError) -> Bool {
        guard let flag = json[name]?.bool else { throw .member(name) }
        return flag
    }

    func number<Number: FixedWidthInteger>(_ name: String) throws(RunnerMessageError) -> Number {
        guard let value = json[name]?.integer, let number = Number(exactly: value) else { throw .member(name) }
        return number
    }

    func data(_ name: String) throws(RunnerMessageError) -> [UInt8] {
        guard let data = Base64.bytes(try text(name)) else { throw .member(name) }
        return data
    }

    func list(_ name: String) throws(RunnerMessageError) -> [String] {
        var texts: [String] = []
        for element in json[name]?.array ?? [.null] {
            guard let text = element.string else { throw .member(name) }
            texts.append(text)
        }
        return texts
    }
}
