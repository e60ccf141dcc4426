import Foundation
import KernelStage
import Testing

/// `sallyport court` as a process.
struct CourtCommandTests {
    private static let sallyport = Program(name: "sallyport")
    private static let scenarios = "Fixtures/scenarios/persistence.yaml"

    private func court(_ words: [String]) throws -> Program.End { try Self.sallyport.run(["court"] + words) }

    @Test func helpExplainsWithExamples() throws {
        let end = try court(["--help"])
        #expect(end.status == 0 && end.errors.isEmpty)
        #expect(end.output.contains("examples:\n  sallyport court") && end.output.contains("exit codes:"))
        for line in end.output.split(separator: "\n") where !line.contains("USAGE") {
            #expect(line.count <= 80, "\(line)")
        }
        #expect(try Self.sallyport.run(["--help"]).output.contains("court"))
    }

    @Test(
        arguments: [
            (["--design", "moat"], "'list' shows"), (["--mode", "idle"], "read-only"),
            (["--mode", "full-access"], "there is no sandbox"), (["--workload", "sleep"], "git-commit"),
            (["--explain", "moat"], "'list' shows"), (["--jobs", "0"], "--jobs 0"),
            (["--frobnicate"], "--frobnicate"),
        ] as [([String], String)])
    func wrongCommandLines(words: [String], says: String) throws {
        let end = try court(words)
        #expect(end.status == 64 && end.output.isEmpty, "\(end.errors)")
        #expect(end.errors.contains(says), "\(end.errors)")
    }

    @Test func designsAndWorkloadsAreListed() throws {
        #expect(try court(["--design", "list"]).output.contains("\npackage without capabilities; "))
        let works = try court(["--workload", "list"]).output.split(separator: "\n")
        #expect(works.count == 9 && works.allSatisfy { $0.contains("\t") })
    }

    @Test func filesThatCannotBeUsedAreNamed() throws {
        let missing = try court(["--workloads", "/nowhere"])
        #expect(missing.status == 65 && missing.errors == "sallyport: /nowhere: there is no such file or directory\n")
        let wrong = try court(["--workloads", Self.scenarios])
        #expect(wrong.status == 65 && wrong.errors.contains("persistence.yaml:"), "\(wrong.errors)")
        #expect(try court(["/nowhere"]).status == 65)
        let unwritable = try court(["--html", "/nowhere/x.html"])
        #expect(unwritable.status == 73 && unwritable.errors.contains("'/nowhere/x.html' cannot be written"))
    }

    @Test func theFiguresAreWritten() throws {
        let page = FileManager.default.temporaryDirectory.appending(path: "court-\(UUID().uuidString).html")
        defer { try? FileManager.default.removeItem(at: page) }
        let end = try court([
            "--design", "windows-elevated", "--design", "no-sandbox", "--design", "no-sandbox", "--mode", "offline",
            "--workload", "build", "--workload", "git-commit", "--json", "--html", page.path(), Self.scenarios,
        ])
        #expect(end.status == 0 && end.errors.isEmpty, "\(end.errors)")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(end.output.utf8)) as? [String: Any])
        #expect(json["schema"] as? Int == 1 && json["modes"] as? [String] == ["offline"])
        let designs = try #require(json["designs"] as? [[String: Any]])
        #expect(designs.compactMap { $0["design"] as? String } == ["windows-elevated", "no-sandbox"])
        let works = try #require(designs[0]["works"] as? [[String: Any]])
        #expect(works.compactMap { $0["workload"] as? String } == ["build", "git-commit"])
        #expect((works[0]["failures"] as? [Any])?.isEmpty == true && (works[1]["failures"] as? [Any])?.isEmpty == false)
        let attempts = try #require(designs[0]["attempts"] as? [[String: Any]])
        #expect(!attempts.isEmpty && attempts.allSatisfy { $0["mode"] as? String == "offline" })
        let change = try #require(designs[0]["change"] as? [String: Any])
        #expect((change["items"] as? [[String: Any]])?.contains { $0["kind"] as? String == "accounts" } == true)
        #expect(try String(contentsOf: page, encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
    }

    @Test func theTableAndOneDesignAreShown() throws {
        let words = ["--mode", "offline", "--workload", "git-commit", Self.scenarios]
        let table = try court(["--design", "low-integrity"] + words)
        #expect(table.status == 0 && table.output.hasPrefix("design"), "\(table.errors)")
        #expect(table.output.contains("\nlow-integrity") && !table.output.contains("\u{1B}"))
        let one = try court(["--explain", "windows-elevated"] + words)
        #expect(one.output.contains("broken  git-commit (offline)") && one.output.contains("restricted: entryDenies"))
        #expect(one.output.contains("accounts: 2"))
    }
}
