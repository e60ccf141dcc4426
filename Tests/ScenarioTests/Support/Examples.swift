import Scenarios

/// A small corpus with texts that no report may take for its own, and reports about it.
enum Examples {
    /// What would break out of an element, an attribute, a comment, a script, or a terminal.
    static let hostile = #"</script><img src=x onerror=alert(1)> & "two" 'one' ]]> -- \u{1b}[31m"#

    /// A host that takes few lines.
    static let host = """
        schema: 1
        title: A host
        places: {home: {linux: /home/alice, windows: 'C:\\Users\\alice'}}
        workspaces: [plain]
        files: [{directory: $home/plain}]
        """

    /// Scenarios called `scenario-0` and so on.
    static func file(count: Int = 12, title: String = "A group") throws -> ScenarioFile {
        var lines = ["schema: 1", "title: \(quoted(title))", "host: a", "workspace: plain", "scenarios:"]
        for number in 0..<count {
            lines += [
                "  - id: scenario-\(number)", "    title: \(quoted(number == 1 ? hostile : "Number \(number)"))",
                "    sources: [attack \(number + 1)]", "    attempts: [append $workspace/file]", "    control: user",
                "    expect: {read-only: denied, offline: allowed, online: allowed}",
                "    decided: {linux: mounts, linux-unelevated: mounts, windows: restricted-pass}",
            ]
            if number == 2 {
                lines.append(
                    "    differs: {windows: {expect: allowed, because: \(quoted(hostile)), see: the-restricted-pass}}")
            }
        }
        return try ScenarioFile(lines.joined(separator: "\n"), path: "a&b.yaml") { _ throws(ScenarioFileError) in
            try Host(host, path: "hosts/a.yaml", name: "a")
        }
    }

    /// A report with two real columns and a predicted one; `scenario-1` is not as expected.
    static func report(shard: Shard? = nil, count: Int = 12, digest: String = "0123") throws -> MatrixReport {
        let scenarios = try file(count: count).scenarios
        let wrong: @Sendable (Trial) -> Observation? = { trial in
            guard trial.scenario.id == "scenario-1", trial.mode != nil else { return nil }
            return Observation(verdict: .denied, layers: [], answer: hostile, derivation: [hostile])
        }
        let performers: [any Performer] = [
            FixedPerformer(name: "linux", platform: .linux, answer: wrong),
            FixedPerformer(name: "windows", platform: .windows, isPrediction: true),
            FixedPerformer(name: hostile, platform: nil),
        ]
        let matrix = try Validation(performers: performers).run(
            scenarios.filter { shard?.contains($0.id) ?? true })
        return MatrixReport(
            matrix, of: CorpusStamp(digest: digest, scenarios: scenarios.map(\.id)), shard: shard,
            notRun: [MissingColumns(performer: "linux-unelevated", reason: "not run: \(hostile)")])
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
