import KernelStage
import Testing

/// Command lines that cannot work say what is wrong, on what, and what to do, with an exit code of sysexits.h.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct BadInputTests {
    private static let programs = ["sallyport", "sallyport-command-runner", "sallyport-setup"]

    private func check(
        _ table: [(line: String, status: Int32, says: String)], stage: Stage = Stage(programs: programs),
        after preparation: String = ""
    ) throws {
        let attempts = try stage.attempt(table.map(\.line), after: preparation)
        for (attempt, row) in zip(attempts, table) {
            #expect(attempt.status == row.status, "\(row.line): \(attempt.errors)")
            #expect(attempt.errors.contains(row.says), "\(row.line): \(attempt.errors)")
            #expect(!attempt.output.contains("ran"), "\(row.line)")
            guard row.status == 64 else { continue }
            let saysWhatToDo = attempt.errors.contains("; ") || attempt.errors.contains("\n           ")
            #expect(attempt.errors.hasPrefix("sallyport: ") && saysWhatToDo, "\(row.line): \(attempt.errors)")
        }
    }

    @Test func wrongCommandLines() throws {
        let run = "sallyport run --level unelevated"
        try check([
            ("sallyport run --frobnicate -- echo ran", 64, "--frobnicate"),
            ("sallyport run --policy everything -- echo ran", 64, "everything"),
            ("sallyport run --level middle -- echo ran", 64, "middle"),
            ("sallyport run echo ran", 64, "'--'"), ("sallyport run", 64, "'--'"),
            ("sallyport run --", 64, "no command"), ("sallyport run --json -- echo ran", 64, "--dry-run"),
            ("sallyport run -- ''", 64, "no command"), ("sallyport frobnicate", 64, "frobnicate"),
            ("\(run) --timeout 0 -- echo ran", 64, "--timeout 0"),
            ("\(run) --timeout 1e300 -- echo ran", 64, "--timeout"),
            ("\(run) --timeout nan -- echo ran", 64, "--timeout"), ("\(run) --timeout soon -- echo ran", 64, "soon"),
            ("\(run) --timeout=-1 -- echo ran", 64, "--timeout -1"),
            ("\(run) --accept-loss everything -- echo ran", 64, "abstract-unix-sockets"),
            ("\(run) --writable-root $'a\\xff' -- echo ran", 64, "\\xff' is not UTF-8"),
            ("\(run) --writable-root $'/home/a\\nb' -- echo ran", 64, "'/home/a\\nb' contains a control character"),
            ("\(run) --writable-root '' -- echo ran", 64, "path is empty"),
            ("\(run) -- true $(seq 70000)", 64, "65536 arguments"),
            ("\(run) -- true $(printf %0131060d 0)", 64, "longer than 131072 bytes"),
            ("sallyport run --policy danger-full-access --writable-root /home -- echo ran", 64, "danger-full-access"),
            ("sallyport run --policy danger-full-access --timeout 1 -- echo ran", 64, "--timeout"),
            ("sallyport run --policy read-only --writable-root . --level unelevated -- echo ran", 64, "read-only"),
            ("sallyport revoke", 64, "--all"), ("sallyport revoke --all x", 64, "--all"),
        ])
    }

    @Test func wrongRoots() throws {
        let run = "sallyport run --level unelevated"
        try check(
            [
                ("\(run) --writable-root /none -- echo ran", 66, "'/none' does not exist"),
                ("\(run) --writable-root ../none -- echo ran", 66, "'../none' does not exist"),
                ("\(run) --cwd /none -- echo ran", 66, "'/none' does not exist"),
                ("\(run) --readable-root /none -- echo ran", 66, "'/none' does not exist"),
                ("\(run) --cwd ~/file -- echo ran", 66, "/home/alice/file' is not a directory"),
                ("\(run) --writable-root / -- echo ran", 64, "'/' is the root of a file system"),
                ("\(run) --writable-root ~ -- echo ran", 64, "'/home/alice' is your home directory"),
                ("\(run) --writable-root /home -- echo ran", 64, "'/home' is your home directory or contains it"),
                ("cd; \(run) -- echo ran", 64, "home directory"),
                ("cd /; \(run) -- echo ran", 64, "name one with --cwd"),
                ("HOME=/home/bob \(run) --cwd /home/bob -- echo ran", 64, "home directory"),
                ("\(run) --writable-root ~/.ssh -- echo ran", 64, "keys or settings"),
                ("\(run) --writable-root ~/.local/state -- echo ran", 64, "the sandbox itself rests on"),
                ("\(run) --writable-root /tmp -- echo ran", 64, "temporary directory"),
                ("\(run) --writable-root /etc/sallyport -- echo ran", 64, "the sandbox itself rests on"),
                (
                    "ln -s nowhere .codex; \(run) -- echo ran; s=$?; rm .codex; exit $s", 66,
                    ".codex' is a symbolic link"
                ),
                ("mkfifo .agents; \(run) -- echo ran; s=$?; rm .agents; exit $s", 64, ".agents' is neither"),
                ("\(run) --deny-read .. -- echo ran", 64, "may not be read"),
                ("mkdir gone; cd gone; rmdir ../gone; \(run) -- echo ran", 66, "does not exist any more"),
            ],
            after: """
                mkdir /etc/sallyport
                as alice bash -c 'cd; mkdir -p .ssh .local/state/sallyport; touch file; chmod 700 .ssh .local/state/sallyport'
                """)
    }

    @Test func commandsThatCannotBeRun() throws {
        let run = "sallyport run --level unelevated"
        try check(
            [
                ("\(run) -- nothing", 127, "whether it is installed"), ("\(run) -- 'echo ran'", 127, "-- sh -c 'LINE'"),
                ("\(run) -- ./nothing", 127, "its first line"), ("touch x; \(run) -- ./x", 126, "chmod +x"),
                ("sallyport run --policy danger-full-access -- nothing", 127, "whether it is installed"),
                ("sallyport run -- ~/closed/tool", 126, "--readable-root"),
                ("PATH=$PATH:$HOME/closed sallyport run -- tool", 126, "--readable-root"),
            ],
            after: """
                sallyport-setup install --for-user alice >/dev/null || exit 9
                as alice bash -c 'cd; mkdir -m 700 closed; install -m 755 /bin/true closed/tool'
                """)
    }

    @Test func filesThatCannotBeRead() throws {
        try check(
            [
                ("sallyport validate --list", 65, "name files or directories"),
                ("sallyport court", 65, "name files or directories"),
                (
                    "touch a.yaml; chmod 0 a.yaml; sallyport validate a.yaml", 65,
                    "a.yaml: cannot be read: Permission denied"
                ),
                ("printf '\\xff' >b.yaml; sallyport validate b.yaml", 65, "b.yaml: is not UTF-8"),
                ("sallyport why --sddl D: --token /none --access FR", 66, "standard input"),
                ("sallyport sim --machine /none -- ver", 66, "standard input"),
            ], stage: Stage(programs: ["sallyport", "sallyport-scenarios"]))
    }

    @Test func withoutSetup() throws {
        let attempts = try Stage(programs: Self.programs).attempt([
            "sallyport run -- echo ran", "sallyport status", "sallyport revoke --all",
        ])
        #expect(attempts[0].status == 69)
        #expect(attempts[0].errors.contains("sudo sallyport-setup install --for-user alice"))
        #expect(attempts[0].errors.contains("--level unelevated"))
        #expect(attempts[1].status == 0)
        #expect(attempts[1].output.contains("not installed"))
        #expect(attempts[2].status == 0 && attempts[2].text == "nothing is granted")
    }

    @Test func rootIsRefused() throws {
        let result = try Stage.run(
            "cd /home; sallyport run -- echo ran; echo $?; sallyport run --level unelevated -- echo ran; echo $?",
            programs: Self.programs)
        #expect(result.lines == ["77", "77", ""])
        #expect(result.standardError.contains("sudo -u NAME sallyport run"))
    }

    @Test func closedStandardDescriptors() throws {
        try check([
            ("sallyport run --level unelevated -- echo ran <&-", 74, "standard input is closed"),
            ("sallyport run --level unelevated -- echo ran >&-", 74, "standard output is closed"),
            ("sallyport run --level unelevated -- echo ran 2>&-", 74, ""),
            ("sallyport run --level unelevated --dry-run -- true >/dev/full", 74, "No space left"),
        ])
    }

    /// A list or report that is cut off is not one, whichever program prints it.
    @Test func outputThatCannotBeWritten() throws {
        let lines = [
            "sallyport sim designs", "sallyport validate --verbs", "sallyport court --design list",
            "sallyport-setup status",
            "sallyport-setup status --json", "sallyport-setup uninstall",
        ]
        let script = lines.map { "\($0) >/dev/full; echo $?" }.joined(separator: "\n")
        let result = try Stage.run(script, programs: Self.programs + ["sallyport-scenarios"])
        #expect(result.lines == lines.map { _ in "74" } + [""], "\(result.standardError)")
        let complaints = result.standardError.split(separator: "\n").filter { $0.contains("No space left on device") }
        #expect(complaints.count == lines.count, "\(result.standardError)")
    }

    @Test func damagedRegistryAndForeignSessions() throws {
        let result = try Stage.run(
            """
            sallyport-setup install --for-user alice >/dev/null || exit 9
            mkdir /home/alice/w && chown alice: /home/alice/w && cd /home/alice/w
            attempt() { echo "$("$@" 2>&1 >/dev/null)" | head -1; "$@" >/dev/null 2>&1; echo "$?"; }
            attempt setpriv --reuid 5001 --regid 5001 --clear-groups env HOME=/home/alice sallyport run -- echo ran
            attempt as alice setpriv --no-new-privs sallyport run -- echo ran
            attempt as bob sallyport run --cwd /home/bob -- echo ran
            chmod 666 /etc/sallyport/registry; attempt as alice sallyport run -- echo ran
            chmod 644 /etc/sallyport/registry; sed -i s/end/END/ /etc/sallyport/registry
            attempt as alice sallyport run -- echo ran
            ls -A /home/alice/w
            """, programs: Self.programs)
        let lines = result.lines
        #expect(lines.count == 11, "\(result.standardOutput)\(result.standardError)")
        guard lines.count == 11 else { return }
        #expect(lines[0].contains("not in the group CodexSandboxLaunch") && lines[1] == "69")
        #expect(lines[2].contains("no_new_privs") && lines[3] == "69")
        #expect(lines[4].contains("bob is not enrolled") && lines[5] == "69")
        #expect(lines[6].contains("only root can write") && lines[7] == "65")
        #expect(lines[8].contains("registry is corrupt") && lines[9] == "65")
    }

    @Test func damagedLedgerAndFullDisk() throws {
        let ledger = "/home/alice/.local/state/sallyport"
        let stage = Stage(programs: Self.programs)
        try check(
            [
                ("sallyport run --level unelevated -- echo ran", 65, "line 2"),
                ("test -z \"$(ls -A)\" && cat ~/.local/state/sallyport/ledger | wc -l >&2", 0, "2"),
            ], stage: stage,
            after: """
                as alice mkdir -p -m 700 \(ledger)
                printf 'sallyport-ledger 1\\nnonsense\\n' >\(ledger)/ledger
                chown alice: \(ledger)/ledger
                """)
        try check(
            [
                ("sallyport run -- echo ran", 73, "full"),
                ("test -z \"$(ls -A)\" && ls -A ~/.local/state/sallyport >&2; exit 0", 0, "filling\nledger.lock\n"),
            ], stage: stage,
            after: """
                sallyport-setup install --for-user alice >/dev/null || exit 9
                as alice mkdir -p -m 700 \(ledger)
                mount -t tmpfs -o size=4k,mode=700,uid=5001,gid=5001 tmpfs \(ledger)
                as alice sh -c 'head -c 4096 /dev/zero >\(ledger)/filling'
                """)
    }

    /// Variables that steer runtimes, loaders and shells neither stop the program nor reach the command.
    @Test func hostileEnvironment() throws {
        let attempts = try Stage(programs: Self.programs).attempt([
            "export LD_PRELOAD=/nonexistent.so SWIFT_BACKTRACE=enable=yes HOME=$'/a\\nb' IFS=x GIT_DIR=/etc PATH=/usr/bin:/bin; "
                + "/usr/local/bin/sallyport run --level unelevated -- sh -c 'echo $HOME; env | grep -cE \"^(LD_|GIT_DIR)\"'",
            "env -i /usr/local/bin/sallyport run --level unelevated -- env | sort",
            "HOME=relative sallyport run --level unelevated -- sh -c 'echo $HOME'",
        ])
        #expect(attempts[0].output.hasPrefix("/tmp/home\n0\n"), "\(attempts[0].errors)")
        #expect(attempts[1].output.hasPrefix("HOME=/tmp/home\nPWD=/home/alice/work\nTMPDIR=/tmp\n"), "\(attempts[1])")
        #expect(attempts[2].output.hasPrefix("/tmp/home\n"))
    }
}
