import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

struct RunnerMessageTests {
    private func body(_ message: RunnerMessage) throws -> [UInt8] { Array(try message.frame().dropFirst(4)) }

    /// One of every kind.
    private func messages() throws -> [RunnerMessage] {
        let stage = try Stage()
        let plan = try stage.sandbox.plan(try Stage.policy(), arguments: ["cmd.exe", "/c", "echo \"ä\""])
        let request = SpawnRequest(plan, usesTerminal: true, standardInputIsOpen: false)
        return [
            .spawnRequest(request), .spawnReady(processIdentifier: 12), .output(.standardError, Array(0...255)),
            .standardInput([]), .standardInput([1]), .standardInput([1, 2]), .closeStandardInput, .terminate,
            .resize(rows: 24, columns: 80), .exit(code: -1, timedOut: true),
            .error(stage: .spawnChild, message: "no", systemError: 5),
            .error(stage: .readSpawnRequest, message: "no", systemError: nil),
        ]
    }

    @Test func everyMessageSurvivesItsFrame() throws {
        for message in try messages() {
            #expect(try RunnerMessage(body: try body(message), isFirst: true) == message)
        }
    }

    @Test func noPayloadTakesAMemberThatNobodyKnows() throws {
        let start = "\"payload\":{"
        for message in try messages() {
            let text = String(decoding: try body(message), as: UTF8.self)
            let place = try #require(text.firstRange(of: start)).upperBound
            let member = text[place...].hasPrefix("}") ? #""x":1"# : #""x":1,"#
            let wrong = RunnerMessageError.member("payload.x", offset: text[..<place].utf8.count + 4)
            #expect(throws: wrong, "\(text)") {
                try RunnerMessage(body: Array((text[..<place] + member + text[place...]).utf8), isFirst: true)
            }
        }
    }

    @Test(
        arguments: [
            (#"{"version":5,"type":"terminate","payload":{}}"#, .version(5, offset: 11)),
            (#"{"version":6,"type":"terminate"}"#, .member("payload", offset: 0)),
            (#"{"version":6,"type":"terminate","payload":{},"x":1}"#, .member("x", offset: 49)),
            (#"{"version":6,"type":"dance","payload":{}}"#, .member("type", offset: 20)),
            (
                #"{"version":6,"type":"exit","payload":{"exit_code":2147483648,"timed_out":false}}"#,
                .member("payload.exit_code", offset: 50)
            ),
            (#"{"version":6,"type":"stdin","payload":{"data_b64":"A==="}}"#, .member("payload.data_b64", offset: 50)),
            (#"{"version":6,"type":"resize","payload":{"rows":-1,"cols":80}}"#, .member("payload.rows", offset: 47)),
            (#"{"version":6 "type""#, .notJSON(offset: 13)), ("", .notJSON(offset: 0)),
        ] as [(String, RunnerMessageError)])
    func badMessagesAreRefusedWithTheirPlace(text: String, expected: RunnerMessageError) {
        #expect(throws: expected) { try RunnerMessage(body: Array(text.utf8), isFirst: true) }
    }

    @Test func bytesThatAreNoTextAreRefusedWithTheirOffset() {
        let text = Array(#"{"version":6,"type":""#.utf8)
        #expect(throws: RunnerMessageError.notUTF8(offset: text.count)) {
            try RunnerMessage(body: text + [0xFF, 0x22], isFirst: true)
        }
        #expect(throws: RunnerMessageError.notUTF8(offset: text.count)) {
            try RunnerMessage(body: text + [0xE2, 0x82], isFirst: true)
        }
    }

    @Test func everyPrefixOfAMessageIsRefused() throws {
        let whole = try body(.exit(code: 3, timedOut: false))
        for length in 0..<whole.count {
            #expect(throws: RunnerMessageError.self) { try RunnerMessage(body: Array(whole.prefix(length))) }
        }
    }
}
