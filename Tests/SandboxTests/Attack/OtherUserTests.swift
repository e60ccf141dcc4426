import KernelStage
import Testing

/// The accounts are shared by all users; what one user opened for their sandboxes is not open to another's.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct OtherUserTests {
    /// The attempts of a command of bob's on alice's closed home, through which her own commands may pass.
    static let attempts = [
        "read /home/alice/notes", "status /home/alice/notes", "list /home/alice", "read /home/alice/plain/file",
        "list /home/alice/plain", "append /home/alice/plain/file", "create /home/alice/plain/new",
        "delete /home/alice/plain/doomed", "unix-connect /home/alice/service", "list /home/alice/shown",
        "append /home/alice/public",
    ]

    @Test(arguments: ["", "--network"]) func aClosedHomeIsClosedToOtherUsersSandboxes(_ option: String) throws {
        let result = try Sandbox.script(
            """
            sallyport-setup install --for-user bob >/dev/null
            as alice mkdir /home/alice/shown
            run \(option) --readable-root /home/alice/shown -- sallyport-probe --file - <<'OWN'
            read /home/alice/notes
            list /home/alice/plain
            list /home/alice/shown
            append /home/alice/plain/file
            OWN
            as bob mkdir /home/bob/work && cd /home/bob/work
            cat >/run/attempts <<'ATTEMPTS'
            \(Self.attempts.joined(separator: "\n"))
            create /home/bob/work/new
            ATTEMPTS
            as bob sallyport run \(option) -- sallyport-probe --file - </run/attempts
            as bob sallyport run \(option) --writable-root /home/alice/plain -- true; echo $?
            """)
        let answers = result.lines.compactMap { line in line.split(separator: " -> ").last }
        guard answers.count == 4 + Self.attempts.count + 2 else {
            Issue.record("\(result.standardOutput)\(result.standardError)")
            return
        }
        #expect(answers.prefix(4).allSatisfy { $0.hasPrefix("ok") }, "the control: \(answers)")
        for (attempt, answer) in zip(Self.attempts, answers.dropFirst(4)) {
            #expect(answer.hasPrefix("EACCES"), "\(attempt): \(answer)")
        }
        #expect(answers[answers.count - 2].hasPrefix("ok"))
        #expect(answers.last != "0")
    }
}
