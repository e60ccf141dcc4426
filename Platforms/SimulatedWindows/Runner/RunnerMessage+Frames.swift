internal import JSON
public import SandboxModel

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
        do throws(RunnerMemberError) {
            try self.init(json, isFirst: isFirst)
        } catch {
            let offset = error.path.offset(in: text)
            throw error.version.map { .version($0, offset: offset) }
                ?? .member(error.path.description, offset: offset)
        }
    }

    private init(_ json: JSONValue, isFirst: Bool) throws(RunnerMemberError) {
        let names = json.members?.map(\.name) ?? []
        for name in ["version", "type", "payload"] where !names.contains(name) { throw RunnerMemberError(name) }
        if let unknown = names.first(where: { !["version", "type", "payload"].contains($0) }) {
            throw RunnerMemberError(unknown)
        }
        guard let version = json["version"]?.integer else { throw RunnerMemberError("version") }
        if isFirst, version != Int(RunnerFrame.protocolVersion) {
            throw RunnerMemberError("version", version: version)
        }
        guard let type = json["type"]?.string else { throw RunnerMemberError("type") }
        guard let payload = json["payload"], payload.members != nil else { throw RunnerMemberError("payload") }
        self = try Self.message(type, RunnerPayload(json: payload))
    }

    /// Takes the next message out of a pipe's bytes; there is none until more bytes arrive.
    ///
    /// - Parameters:
    ///   - decoder: what has been read.
    ///   - isFirst: whether the version counts.
    /// - Throws: ``RunnerMessageError`` that names the place.
    init?(next decoder: inout RunnerFrameDecoder, isFirst: Bool = false) throws(RunnerMessageError) {
        let body: [UInt8]?
        do throws(RunnerFrameError) { body = try decoder.next() } catch { throw .frame(error) }
        guard let body else { return nil }
        try self.init(body: body, isFirst: isFirst)
    }

    private static func firstInvalid(_ bytes: [UInt8]) -> Int {
        var low = 0
        for (index, byte) in bytes.enumerated() where byte < 0x80 || byte >= 0xC0 {
            guard String(validating: bytes[low..<index], as: UTF8.self) != nil else { return low }
            low = index
        }
        return low
    }

    /// The members of each payload but the first one's, which looks after its own.
    private static let payloadMembers: [String: Set<String>] = [
        "spawn_ready": ["process_id"], "output": ["data_b64", "stream"], "stdin": ["data_b64"], "close_stdin": [],
        "terminate": [], "resize": ["rows", "cols"], "exit": ["exit_code", "timed_out"],
        "error": ["message", "stage", "windows_error_code"],
    ]

    private static func message(_ type: String, _ payload: RunnerPayload) throws(RunnerMemberError) -> RunnerMessage {
        if let known = payloadMembers[type],
            let unknown = payload.json.members?.first(where: { !known.contains($0.name) })
        {
            throw RunnerMemberError("payload", unknown.name)
        }
        switch type {
        case "spawn_request": return .spawnRequest(try SpawnRequest(payload))
        case "spawn_ready":
            return .spawnReady(processIdentifier: try payload.number("process_id"))
        case "output":
            guard let stream = RunnerStream(rawValue: try payload.text("stream")) else {
                throw RunnerMemberError("payload", "stream")
            }
            return .output(stream, try payload.data("data_b64"))
        case "stdin": return .standardInput(try payload.data("data_b64"))
        case "close_stdin": return .closeStandardInput
        case "terminate": return .terminate
        case "resize": return .resize(rows: try payload.number("rows"), columns: try payload.number("cols"))
        case "exit":
            return .exit(code: try payload.number("exit_code"), timedOut: try payload.flag("timed_out"))
        case "error":
            guard let stage = RunnerStage(rawValue: try payload.text("stage")) else {
                throw RunnerMemberError("payload", "stage")
            }
            let code: Int32? =
                payload.json["windows_error_code"] == .null ? nil : try payload.number("windows_error_code")
            return .error(stage: stage, message: try payload.text("message"), systemError: code)
        default: throw RunnerMemberError("type")
        }
    }
}
