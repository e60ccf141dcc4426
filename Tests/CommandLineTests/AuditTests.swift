import Foundation
import KernelStage
import Testing

/// The record of what was run, refused and weakened.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct AuditTests {
    private static let programs = ["sallyport", "sallyport-command-runner", "sallyport-setup"]
    private static let trail = "~/.local/state/sallyport/audit.jsonl"

    private func attempt(_ lines: [String], after preparation: String = "") throws -> [Attempt] {
        try Stage(programs: Self.programs).attempt(
            lines, after: "sallyport-setup install --for-user alice >/dev/null || exit 9\n" + preparation)
    }

    /// The events of a record.
    private func events(_ text: some StringProtocol) throws -> [[String: Any]] {
        try text.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try #require(object, "\(line)")
        }
    }

    private func names(_ text: some StringProtocol) throws -> [String] {
        try events(text).compactMap { event in
            let detail = ["weakening", "layer", "code", "grant", "exit", "signal"].compactMap { event[$0] }.first
            return "\(event["event"] ?? "")" + (detail.map { " \($0)" } ?? "")
        }
    }

    @Test func everyRunIsRecorded() throws {
        let attempts = try attempt([
            "sallyport run --timeout 9 -- sh -c 'exit 3' secret-argument; cat \(Self.trail); stat -c %a \(Self.trail) >&2",
            "rm \(Self.trail); sallyport run --policy read-only --network -- true; cat \(Self.trail)",
            "rm \(Self.trail); sallyport run --level unelevated -- sh -c 'kill -9 $$'; cat \(Self.trail)",
            "rm \(Self.trail); echo x >closed; chmod 600 closed; sallyport run --include-private -- true; cat \(Self.trail)",
            "rm \(Self.trail); sallyport run --writable-root ~ -- true; cat \(Self.trail)",
            "rm \(Self.trail); sallyport run -- no-such-program; cat \(Self.trail)",
            "rm \(Self.trail); sallyport run --policy danger-full-access -- true; cat \(Self.trail)",
            "rm \(Self.trail); sallyport revoke --all >/dev/null; cat \(Self.trail)",
            "rm \(Self.trail); sallyport run --dry-run -- true >/dev/null; ls \(Self.trail)",
        ])
        #expect(try names(attempts[0].output) == ["launch-planned", "grants-changed writing", "command-ended 3"])
        #expect(attempts[0].errors.hasPrefix("600\n") && !attempts[0].output.contains("secret-argument"))
        let launch = try #require(try events(attempts[0].output).first)
        #expect(launch["principal"] as? String == "CodexSandboxOffline" && launch["network"] as? String == "isolated")
        #expect(launch["writable"] as? [String] == ["/home/alice/work"] && launch["program"] as? String == "sh")
        #expect(try names(attempts[1].output) == ["launch-planned", "grants-changed reading", "command-ended 0"])
        #expect(try events(attempts[1].output).first?["principal"] as? String == "CodexSandboxOnline")
        #expect(try names(attempts[2].output) == ["launch-planned", "weakened same-user", "command-ended 9"])
        #expect(
            try names(attempts[3].output) == [
                "launch-planned", "weakened private-files", "grants-changed writing", "command-ended 0",
            ], "\(attempts[3])")
        #expect(attempts[3].errors.contains("warning") || attempts[3].errors.contains("opened to the sandbox"))
        #expect(try names(attempts[4].output) == ["policy-refused home-directory"])
        #expect(try names(attempts[5].output) == ["launch-planned", "launch-refused command"])
        #expect(try names(attempts[6].output) == ["weakened no-sandbox"])
        #expect(try names(attempts[7].output) == ["grants-changed revoked"])
        #expect(attempts[8].status != 0, "nothing is done, nothing is recorded")
    }

    @Test func aRefusedLayerIsRecorded() throws {
        let attempts = try attempt(["sallyport run -- true; cat \(Self.trail)"], after: "nft flush ruleset")
        #expect(try names(attempts[0].output).last == "launch-refused firewall", "\(attempts[0])")
    }

    @Test func theRecordGoesWhereTheUserSays() throws {
        let attempts = try attempt(
            [
                """
                for i in 1 2; do sallyport run --audit ~/record -- true; done; cat ~/record; stat -c %a ~/record >&2
                ls \(Self.trail)
                """,
                "sallyport run --audit - -- true 2>&1 >/dev/null", "sallyport run --audit record -- echo ran",
                "ln -s . here; sallyport run --audit here/record -- echo ran",
                "ln -s ~/work/inner ~/outside; sallyport run --audit ~/outside -- echo ran",
                "sallyport run --audit /dev/full -- echo ran", "sallyport run --audit /none/record -- echo ran",
                "sallyport run --audit ~/shut -- echo ran",
            ], after: "install -m 600 /dev/null /home/alice/shut")
        #expect(try names(attempts[0].output).filter { $0.hasPrefix("launch") || $0.hasPrefix("command") }.count == 4)
        #expect(attempts[0].errors.hasPrefix("600\n") && attempts[0].status != 0, "\(attempts[0])")
        #expect(try names(attempts[1].output) == ["launch-planned", "command-ended 0"], "\(attempts[1])")
        for (attempt, status) in zip(attempts[2...], [64, 64, 74, 74, 74, 74] as [Int32]) {
            #expect(attempt.status == status && !attempt.output.contains("ran"), "\(attempt)")
            #expect(attempt.errors.matches(of: /--audit: |audit trail/).count == 1, "once: \(attempt)")
        }
    }

    /// Without being asked for, the record never stands in the way.
    @Test func aRecordThatCannotBeWrittenIsAWarning() throws {
        let attempts = try attempt([
            "sallyport run -- true; rm \(Self.trail); mkdir \(Self.trail); sallyport run -- echo ran"
        ])
        #expect(attempts[0].status == 0 && attempts[0].output.hasPrefix("ran"), "\(attempts[0])")
        #expect(attempts[0].errors.contains("audit trail"), "\(attempts[0])")
    }

    @Test func aFullRecordIsPutAside() throws {
        let attempts = try attempt([
            """
            sallyport run -- true; truncate -s 9M \(Self.trail); for i in 1 2 3 4; do sallyport run -- true & done; wait
            cd ~/.local/state/sallyport; stat -c '%s' audit.1.jsonl >&2; cat audit.jsonl; ls
            """
        ])
        #expect(attempts[0].output.contains("audit.1.jsonl\naudit.jsonl\n"), "\(attempts[0])")
        let lines = attempts[0].output.split(separator: "\n").filter { $0.hasPrefix("{") }
        // Who had opened the full one before it was put aside still wrote there.
        let aside = (Int(attempts[0].errors.prefix { $0.isNumber }) ?? 0) - (9 << 20)
        #expect(try !names(lines.joined(separator: "\n")).isEmpty && aside >= 0, "\(attempts[0])")
    }

    @Test func recordsOfRunsAtTheSameTimeStayWhole() throws {
        let attempts = try attempt([
            """
            sallyport run -- true; rm \(Self.trail); for i in $(seq 12); do sallyport run -- true & done; wait
            cat \(Self.trail)
            """
        ])
        let names = try names(attempts[0].output)
        #expect(names.filter { $0 == "launch-planned" }.count == 12, "\(names)")
        #expect(names.filter { $0 == "command-ended 0" }.count == 12, "\(names)")
    }
}
