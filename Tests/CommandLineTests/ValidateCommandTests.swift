import Foundation
import KernelStage
import Testing

/// `sallyport validate` as a process.
struct ValidateCommandTests {
    private static let sallyport = Program(name: "sallyport")
    private static let scenarios = "Fixtures/scenarios/reads-and-secrets.yaml"

    private func scratch(_ name: String, _ text: String) throws -> URL {
        let directory = FileManager.default.temporaryDirectory.appending(path: "validate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: directory.appending(path: "hosts"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Stage.repository.appending(path: "Fixtures/scenarios/hosts/developer.yaml"),
            to: directory.appending(path: "hosts/developer.yaml"))
        try Data(text.utf8).write(to: directory.appending(path: name))
        return directory
    }

    /// A corpus of one scenario that holds on the simulated machine unless its expectation is another one.
    private func corpus(expecting verdict: String) throws -> URL {
        try scratch(
            "one.yaml",
            """
            schema: 1
            title: One
            host: developer
            workspace: plain
            scenarios:
              - id: the-one
                title: Append in the workspace
                attempts: [append $workspace/file]
                control: user
                expect: \(verdict)
                decided: {linux: mounts, linux-unelevated: mounts, windows: ordinary-pass}
            """)
    }

    @Test func helpExplainsWithExamples() throws {
        for words in [["validate", "--help"], ["validate", "merge", "--help"]] {
            let end = try Self.sallyport.run(words)
            #expect(end.status == 0 && end.errors.isEmpty)
            #expect(end.output.contains("examples:\n  sallyport validate") && end.output.contains("--html <file>"))
            for line in end.output.split(separator: "\n") where !line.contains("USAGE") {
                #expect(line.count <= 80, "\(line)")
            }
        }
        #expect(try Self.sallyport.run(["--help"]).output.contains("validate"))
    }

    @Test(
        arguments: [
            (["--platform", "beos"], "'linux', 'linux-unelevated'"), (["--mode", "idle"], "read-only"),
            (["--design", "moat"], "'list' shows"), (["--shard", "8/7"], "i/n"), (["--jobs", "0"], "--jobs 0"),
            (["--frobnicate"], "--frobnicate"), (["--explain", "read-nothing"], "no scenario 'read-nothing'"),
            (["merge"], "files"),
        ] as [([String], String)])
    func wrongCommandLines(words: [String], says: String) throws {
        let end = try Self.sallyport.run(["validate"] + words)
        #expect(end.status == 64 && end.output.isEmpty, "\(end.errors)")
        #expect(end.errors.contains(says), "\(end.errors)")
    }

    @Test func theVocabularyIsListed() throws {
        let end = try Self.sallyport.run(["validate", "--verbs"])
        #expect(end.status == 0 && end.output.split(separator: "\n").count > 50)
        #expect(end.output.contains("rename PATH NAME ") && end.output.contains("set the times of a file"))
    }

    @Test func scenariosAndDesignsAreListed() throws {
        let ids = try Self.sallyport.run(["validate", "--list", Self.scenarios]).output.split(separator: "\n")
        #expect(ids.count > 10 && ids.allSatisfy { $0.contains("\t") })
        let parts = try ["1/2", "2/2"].flatMap { part in
            try Self.sallyport.run(["validate", "--list", "--shard", part, Self.scenarios]).output
                .split(separator: "\n")
        }
        #expect(Set(parts) == Set(ids) && parts.count == ids.count)
        let designs = try Self.sallyport.run(["validate", "--design", "list"])
        #expect(designs.output.contains("\npackage without capabilities; "))
    }

    @Test func theExitCodeIsTheOutcome() throws {
        for (verdict, status) in [("allowed", 1), ("{offline: allowed}", 0), ("{offline: denied}", 1)] {
            let directory = try corpus(expecting: verdict)
            defer { try? FileManager.default.removeItem(at: directory) }
            let end = try Self.sallyport.run(["validate", "--platform", "windows", directory.path()])
            #expect(end.status == status, "\(verdict): \(end.output)\(end.errors)")
            #expect(end.errors.isEmpty, "no progress without a terminal")
            #expect(end.output.contains("1 of 1 scenarios have a valid control"))
            #expect(end.output.contains("the-one") == (status == 1), "\(end.output)")
        }
    }

    @Test func reportsAreWritten() throws {
        let directory = try corpus(expecting: "{offline: allowed}")
        defer { try? FileManager.default.removeItem(at: directory) }
        let html = directory.appending(path: "report.html")
        let junit = directory.appending(path: "report.xml")
        let end = try Self.sallyport.run([
            "validate", "--platform", "windows", "--design", "app-container", "--json", "--html", html.path(),
            "--junit", junit.path(), directory.path(),
        ])
        #expect(end.status == 0, "\(end.errors)")
        let json = try JSONSerialization.jsonObject(with: Data(end.output.utf8)) as? [String: Any]
        let rows = try #require(json?["rows"] as? [[String: Any]])
        let cells = try #require(rows.first?["cells"] as? [[String: Any]])
        let found = cells.map {
            "\($0["performer"] ?? "") \($0["mode"] ?? "") \($0["outcome"] ?? "") \($0["observed"] ?? "")"
        }
        #expect(found.contains("windows offline agrees allowed"))
        #expect(found.contains("app-container offline observed denied"), "a design is observed, nothing is expected")
        #expect(try String(contentsOf: html, encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
        #expect(try String(contentsOf: junit, encoding: .utf8).contains(#"name="the-one""#))
        let refused = try Self.sallyport.run(["validate", "--html", "/nowhere/x.html", directory.path()])
        #expect(refused.status == 73 && refused.errors.contains("'/nowhere/x.html' cannot be written"))
    }

    @Test func oneScenarioIsExplained() throws {
        let end = try Self.sallyport.run([
            "validate", "--platform", "windows", "--explain", "create-in-workspace", "--mode", "read-only",
        ])
        #expect(end.output.contains("windows, read-only: denied by "), "\(end.output)\(end.errors)")
        #expect(end.output.contains("  restricted: ") || end.output.contains("  ordinary: "), "\(end.output)")
    }

    @Test func partsAreMerged() throws {
        let directory = try corpus(expecting: "{offline: allowed}")
        defer { try? FileManager.default.removeItem(at: directory) }
        var files: [String] = []
        for part in ["1/2", "2/2"] {
            let end = try Self.sallyport.run([
                "validate", "--platform", "windows", "--json", "--shard", part, Self.scenarios,
            ])
            files.append(directory.appending(path: "\(part.prefix(1)).json").path())
            try Data(end.output.utf8).write(to: URL(filePath: files[files.count - 1]))
        }
        let whole = try Self.sallyport.run(["validate", "--platform", "windows", "--json", Self.scenarios])
        let merged = try Self.sallyport.run(["validate", "merge", "--json"] + files)
        #expect(merged.output == whole.output && merged.status == whole.status)
        let missing = try Self.sallyport.run(["validate", "merge", files[1]])
        #expect(missing.status == 65 && missing.errors.contains("missing: 1"), "\(missing.errors)")
        #expect(try Self.sallyport.run(["validate", "merge", Self.scenarios]).status == 65)
        #expect(try Self.sallyport.run(["validate", "merge", "/nowhere.json"]).status == 65)
    }

    @Test(
        arguments: [
            ("schema: 1\ntitle: [\n", ":"), ("schema: 1\ntitle: A\nhost: nowhere\nscenarios: []\n", "nowhere"),
            ("schema: 7\n", ":1:9: "), ("schema: 1\ntitle: A\nhost: developer\ncolour: red\nscenarios: []\n", ":4:1: "),
            (
                "schema: 1\ntitle: A\nhost: developer\nworkspace: plain\nscenarios:\n  - id: a\n    attempts: [fly away]\n",
                ":7:16: "
            ),
        ])
    func whatCannotBeReadIsNamedWithItsPlace(text: String, place: String) throws {
        let directory = try scratch("bad.yaml", text)
        defer { try? FileManager.default.removeItem(at: directory) }
        let end = try Self.sallyport.run(["validate", "--platform", "windows", directory.path()])
        #expect(end.status == 65 && end.output.isEmpty)
        #expect(end.errors.contains("bad.yaml") && end.errors.contains(place), "\(end.errors)")
        #expect(end.errors.split(separator: "\n").count == 1, "\(end.errors)")
    }

    @Test func pathsMayHaveBlanks() throws {
        let plain = try corpus(expecting: "{offline: allowed}")
        let directory = plain.deletingLastPathComponent().appending(path: "\(plain.lastPathComponent) a%20b")
        try FileManager.default.moveItem(at: plain, to: directory)
        defer { try? FileManager.default.removeItem(at: directory) }
        let place = directory.path(percentEncoded: false)
        let end = try Self.sallyport.run([
            "validate", "--platform", "windows", "--html", "\(place)/a page.html", place,
        ])
        #expect(end.status == 0 && FileManager.default.fileExists(atPath: "\(place)/a page.html"), "\(end.errors)")
    }

    @Test func aMissingPathIsNamed() throws {
        let end = try Self.sallyport.run(["validate", "/nowhere"])
        #expect(end.status == 65 && end.errors == "sallyport: /nowhere: there is no such file or directory\n")
    }
}
