import KernelStage
import Testing

/// What a user who left has not taken back speaks for nobody else.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct FormerUserTests {
    /// The attempts of a command of a user whose id leads to the same group ids.
    static let attempts = ["read /home/alice/plain/file", "list /home/alice/plain", "status /home/alice/plain/file"]

    @Test func grantsOfAUserWhoLeftAreNotAnothersGrants() throws {
        let result = try Sandbox.script(
            """
            run -- true
            group=$(awk '$1 == "block" { print $3 }' /etc/sallyport/registry)
            sallyport-setup uninstall --for-user alice >/dev/null
            useradd --create-home --uid $(($(id -u alice) + 64)) dave
            sallyport-setup install --for-user dave >/dev/null
            cat >/run/attempts <<'ATTEMPTS'
            \(Self.attempts.joined(separator: "\n"))
            ATTEMPTS
            setpriv --reuid=CodexSandboxOffline --regid=$group --groups=$((group + 511)) \\
                sallyport-probe --file - </run/attempts
            as dave mkdir /home/dave/work && cd /home/dave/work
            as dave sallyport run -- sallyport-probe --file - </run/attempts
            """)
        let answers = result.lines.compactMap { line in line.split(separator: " -> ").last }
        guard answers.count == 2 * Self.attempts.count else {
            Issue.record("\(result.standardOutput)\(result.standardError)")
            return
        }
        #expect(answers.prefix(3).allSatisfy { $0.hasPrefix("ok") }, "the control: the entries are there: \(answers)")
        for (attempt, answer) in zip(Self.attempts, answers.dropFirst(3)) {
            #expect(answer.hasPrefix("EACCES"), "\(attempt): \(answer)")
        }
    }
}
