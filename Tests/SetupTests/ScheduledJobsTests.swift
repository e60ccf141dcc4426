import KernelStage
import Testing

/// Who may leave jobs with cron and at, before, during and after an installation.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct ScheduledJobsTests {
    /// The file, what stands in it before (nothing: it is missing), and what must stand in it while installed.
    struct Case: Sendable {
        let file: String
        let before: String?
        let during: String?
        var other: (String, String)?
    }

    static let ours = "CodexSandboxOffline\nCodexSandboxOnline\n"
    static let cases: [Case] = [
        Case(file: "cron.deny", before: nil, during: ours),
        Case(file: "cron.deny", before: "", during: ours),
        Case(file: "cron.deny", before: "eve\n", during: "eve\n" + ours),
        Case(file: "cron.deny", before: "eve", during: "eve\n" + ours),
        Case(file: "cron.deny", before: "CodexSandboxOnline\n", during: "CodexSandboxOnline\nCodexSandboxOffline\n"),
        Case(file: "cron.deny", before: ours, during: ours),
        Case(file: "cron.deny", before: nil, during: nil, other: ("cron.allow", "alice\n")),
        Case(file: "cron.deny", before: "eve\n", during: "eve\n" + ours, other: ("cron.allow", "alice\n")),
        Case(file: "at.deny", before: nil, during: nil),
        Case(file: "at.deny", before: "", during: ours),
        Case(file: "at.deny", before: "eve\nmallory\n", during: "eve\nmallory\n" + ours),
        Case(file: "at.deny", before: nil, during: nil, other: ("at.allow", "alice\n")),
    ]

    private static func write(_ name: String, _ content: String?) -> String {
        guard let content else { return "rm -f /etc/\(name)" }
        return "printf '\(content.replacing("\n", with: "\\n"))' >/etc/\(name); chmod 640 /etc/\(name)"
    }

    private static func check(_ name: String, _ content: String?) -> String {
        guard let content else { return "[ ! -e /etc/\(name) ] || echo 'FAILED: \(name) was made'" }
        return """
            printf '\(content.replacing("\n", with: "\\n"))' | cmp - /etc/\(name) || echo 'FAILED: \(name) is wrong'
            """
    }

    @Test func nobodyElsesRightsChange() throws {
        let rounds = Self.cases.map { test in
            """
            rm -f /etc/cron.allow /etc/cron.deny /etc/at.allow /etc/at.deny
            \(Self.write(test.file, test.before))
            \(test.other.map { Self.write($0.0, $0.1) } ?? "true")
            snapshot >/run/before
            expect 0 $setup install --for-user alice
            \(Self.check(test.file, test.during))
            expect 0 $setup status
            expect 0 $setup uninstall
            unchanged /run/before '\(test.file)'
            """
        }
        try SetupStage.run(rounds.joined(separator: "\n"))
    }

    /// Lines that the administrator added while sallyport was installed stay.
    @Test func laterLinesStay() throws {
        let result = try SetupStage.run(
            """
            echo eve >/etc/cron.deny
            expect 0 $setup install --for-user alice
            echo mallory >>/etc/cron.deny
            expect 0 $setup uninstall
            cat /etc/cron.deny
            """)
        #expect(result.standardOutput == "eve\nmallory\n")
    }
}
