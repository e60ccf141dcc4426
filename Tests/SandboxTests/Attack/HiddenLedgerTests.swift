import KernelStage
import Testing

/// The ledger says what is granted to whom; no command reads it, changes it, or keeps the user from it.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct HiddenLedgerTests {
    static let attempts = [
        "list {}", "read {}/ledger", "append {}/ledger", "overwrite {}/ledger", "open {}/ledger.lock", "create {}/new",
        "delete {}/ledger", "rename {} /home/alice/plain/ledger", "hardlink {}/ledger /home/alice/plain/ledger",
        "rename /home/alice/.local /home/alice/plain/local", "chmod {} 0777", "read /proc/self/root{}/ledger",
        "unmount {}", "read {}/audit.jsonl", "append {}/audit.jsonl", "delete {}/audit.jsonl", "open {}/guards.lock",
    ]

    /// A run, and a ledger also where the run needed none.
    static let ledger = """
        run -- true
        as alice sh -c 'cd && mkdir -p -m 700 .local/state/sallyport && cd .local/state/sallyport && >>ledger.lock && test -e ledger ||
            printf "sallyport-ledger 1\\nend\\n" >ledger'
        """

    @Test(arguments: Sandbox.Level.allCases) func noCommandReachesIt(_ level: Sandbox.Level) throws {
        let place = "/home/alice/.local/state/sallyport"
        let attempts = Self.attempts.map { $0.replacing("{}", with: place) }
        let result = try Sandbox.script(
            """
            \(Self.ledger)
            cat >/run/attempts <<'ATTEMPTS'
            \(attempts.joined(separator: "\n"))
            ATTEMPTS
            cp \(place)/ledger /run/before
            run -- sallyport-probe --file - </run/attempts
            cmp \(place)/ledger /run/before && echo "same -> ok"
            as alice sallyport-probe read \(place)/ledger
            """, level: level)
        let answers = result.lines.compactMap { line in line.split(separator: " -> ").last }
        #expect(answers.count == attempts.count + 2, "\(result.standardOutput)\(result.standardError)")
        for (attempt, answer) in zip(attempts, answers) {
            let expected = ["EACCES", "EPERM", "EROFS", "EXDEV", "EBUSY", "ENOENT"]
            #expect(expected.contains { answer.hasPrefix($0) }, "\(attempt): \(answer)")
        }
        #expect(answers.suffix(2).allSatisfy { $0.hasPrefix("ok") }, "the control")
    }

    /// A command that could lock the ledger would stop every later run of the user.
    @Test(arguments: Sandbox.Level.allCases) func noCommandLocksIt(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            \(Self.ledger)
            run -- sh -c 'flock ~alice/.local/state/sallyport/ledger.lock true && echo locked
                flock ~alice/.local/state/sallyport true && echo locked
                (flock -n 9 && echo locked) 9</proc/1/root/home/alice/.local/state/sallyport/ledger.lock' 2>/dev/null
            as alice flock ~alice/.local/state/sallyport/ledger.lock echo control
            """, level: level)
        #expect(result.standardOutput == "control\n", "\(result.standardError)")
    }
}
