import Scenarios
import Testing

/// What cannot be read is refused with its line and column.
struct FormatTests {
    private static func file(_ text: String) throws(ScenarioFileError) -> ScenarioFile {
        try ScenarioFile(text, path: "a.yaml") { _ throws(ScenarioFileError) in
            try Host(Examples.host, path: "hosts/a.yaml", name: "a")
        }
    }

    private static func scenario(_ change: (inout [String]) -> Void = { _ in }) -> String {
        var lines = [
            "schema: 1", "title: A file", "host: a", "workspace: plain", "scenarios:", "  - id: one", "    title: One",
            "    attempts:", "      - append $workspace/file", "    control: user", "    expect: denied",
            "    decided:",
            "      linux: mounts", "      linux-unelevated: mounts", "      windows: restricted-pass",
        ]
        change(&lines)
        return lines.joined(separator: "\n")
    }

    @Test func aScenarioIsRead() throws {
        let scenario = try #require(try Self.file(Self.scenario()).scenarios.first)
        #expect(scenario.attempts.map(\.description) == ["append $workspace/file"])
        #expect(scenario.expectation(on: .linux, in: .offline)?.verdict == .denied)
        #expect(scenario.expectation(on: .windows, in: .online)?.layers.map(\.rawValue) == ["restricted-pass"])
        #expect(scenario.expectation(on: .linux, in: .fullAccess)?.verdict == .allowed)
        #expect(scenario.expectation(on: .linuxUnelevated, in: .online) == nil)
    }

    /// Each line is replaced by something wrong; the complaint names that line and says what is wrong.
    @Test(
        arguments: [
            (0, "schema: 2", "a.yaml:1:9", "schema"), (1, "titel: A file", "a.yaml:2:1", "unknown key 'titel'"),
            (1, "title: {a: b}", "a.yaml:2:8", "expected a text"),
            (3, "workspace: elsewhere", "a.yaml:6:5", "no workspace"),
            (6, "    colour: red", "a.yaml:7:5", "unknown key 'colour'"),
            (8, "      - fly $workspace", "a.yaml:9:9", "no verb 'fly'"),
            (8, "      - rename $workspace/file", "a.yaml:9:9", "rename PATH NAME"),
            (8, "      - nobody: read /etc/passwd", "a.yaml:9:9", "'nobody' is none of"),
            (8, "      - user: read /etc/passwd", "a.yaml:6:5", "the last attempt"),
            (8, "      - tools: append $workspace/file", "a.yaml:9:16", "expected 'overwrite'"),
            (9, "    ends: cancelled\n    control: user", "a.yaml:6:5", "an 'evidence'"),
            (10, "    expect: perhaps", "a.yaml:11:13", "'perhaps' is none of allowed"),
            (12, "      linux: moat", "a.yaml:13:14", "no layer 'moat'"),
            (12, "      beos: mounts", "a.yaml:13:7", "'beos' is none of"),
            (13, "", "a.yaml:13:7", "names no layer"), (5, "  - id: [", "a.yaml:8:13", "expected"),
            (9, "    title: Two", "a.yaml", "title"),
        ] as [(Int, String, String, String)])
    func whatIsWrongIsNamed(line: Int, text: String, place: String, reason: String) throws {
        let error = #expect(throws: ScenarioFileError.self) { try Self.file(Self.scenario { $0[line] = text }) }
        let message = try #require(error).description
        #expect(message.hasPrefix(place) && message.contains(reason), "\(message)")
    }

    @Test func anEmptyFileIsRefused() {
        #expect(throws: ScenarioFileError.self) { try Self.file("") }
    }

    @Test func placesAndBytesArePutIn() throws {
        let linux = Places(system: .linux, values: ["home": "/home/alice", "workspace": "$home/a b"])
        #expect(try linux.resolve("$workspace/x%20y", asPath: true) == "/home/alice/a b/x y")
        let windows = Places(system: .windows, values: ["home": #"C:\Users\alice"#, "loop": "$loop"])
        #expect(try windows.resolve("$home/a/b", asPath: true) == #"C:\Users\alice\a\b"#)
        for text in ["$nowhere", "$loop", "%2", "%00", "/etc/passwd"] {
            #expect(throws: PlaceError.self) { try windows.resolve(text, asPath: true) }
        }
        #expect(throws: PlaceError.self) { try linux.resolve("%00", asPath: false) }
        #expect(try windows.resolve("a%00b", asPath: false) == "a\0b")
    }
}
