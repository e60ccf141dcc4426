import Foundation
import Scenarios
import Testing

/// What a workload file may say.
struct WorkloadReadingTests {
    private static let head = """
        schema: 1
        id: one
        title: One
        recorded: a run
        host: a
        workspace: plain
        mode: offline

        """

    private func workload(_ text: String) throws -> Workload {
        try Workload(text, path: "one.yaml") { _ throws(ScenarioFileError) in
            try Host(
                """
                schema: 1
                title: A host
                places: {home: {linux: /home/alice, windows: 'C:\\Users\\alice'}}
                workspaces: [plain]
                files: [{directory: $home/plain}]
                """, path: "hosts/a.yaml", name: "a")
        }
    }

    @Test func stepsAreNeededUnlessTheySayWhyNot() throws {
        let one = try workload(
            Self.head + """
                steps:
                  - read $workspace/a
                  - {optional: create $workspace/b, because: it goes on}
                evidence: [read $workspace/c]
                """)
        #expect(one.steps.map(\.isNeeded) == [true, false] && one.steps[1].goesOnBecause == "it goes on")
        #expect(one.steps.allSatisfy { $0.attempt.actor == .sandbox } && one.evidence.map(\.actor) == [.user])
        #expect(one.mode == .offline && one.workspace == "plain" && one.record == "a run")
    }

    @Test(
        arguments: [
            ("steps: [fly away]", "there is no verb 'fly'"), ("steps: []", "at least one"),
            ("steps: [{optional: read $workspace/a}]", "'because' is missing"),
            ("steps: [{optional: read $workspace/a, because: it goes on}]", "at least one"),
            ("colour: red\nsteps: [read $workspace/a]", "unknown key 'colour'"), ("evidence: []", "'steps' is missing"),
        ])
    func whatCannotBeReadIsNamed(text: String, reason: String) {
        #expect { try workload(Self.head + text) } throws: { error in
            "\(error)".hasPrefix("one.yaml:") && "\(error)".contains(reason)
        }
    }

    @Test(
        arguments: [
            ("mode: offline", "mode: full-access", "in a sandbox"),
            ("mode: offline", "mode: idle", "'idle' is none of"),
            ("workspace: plain", "workspace: other", "no workspace"),
            ("schema: 1", "schema: 7", "reads schema 1"), ("title: One\n", "", "'title' is missing"),
            ("recorded: a run\n", "", "'recorded' is missing"),
        ])
    func headsAreChecked(old: String, new: String, reason: String) {
        let text = Self.head.replacing(old, with: new) + "steps: [read $workspace/a]"
        #expect { try workload(text) } throws: { error in "\(error)".contains(reason) }
    }

    @Test func twoOfOneNameAreRefused() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "workloads-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        try FileManager.default.createDirectory(
            at: directory.appending(path: "hosts"), withIntermediateDirectories: true)
        try Data("schema: 1\ntitle: A\nplaces: {}\nworkspaces: [plain]\nfiles: []\n".utf8).write(
            to: directory.appending(path: "hosts/a.yaml"))
        for name in ["1.yaml", "2.yaml"] {
            try Data((Self.head + "steps: [read $workspace/a]").utf8).write(to: directory.appending(path: name))
        }
        #expect { try WorkloadCorpus([directory]) } throws: { error in
            "\(error)".contains("2.yaml") && "\(error)".contains("1.yaml too")
        }
    }
}
