import KernelStage
import Testing

/// What nobody means, and what somebody might: each is refused before anything happens, with words that name it.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct BadInputTests {
    /// The options, the exit status of sysexits(3), and what the message names.
    static let options: [(options: String, status: Int, names: String)] = [
        ("--no-such-option", 64, "--no-such-option"),
        ("--policy loose", 64, "loose"),
        ("--policy ''", 64, "policy"),
        ("--level root", 64, "root"),
        ("--timeout 0", 64, "timeout"),
        ("--timeout=-1", 64, "timeout"),
        ("--timeout nan", 64, "timeout"),
        ("--timeout 1e300", 64, "timeout"),
        ("--accept-loss everything", 64, "everything"),
        ("--writable-root /", 64, "'/'"),
        ("--writable-root /home/alice", 64, "/home/alice"),
        ("--writable-root /home", 64, "/home"),
        ("--writable-root /no/such", 66, "/no/such"),
        ("--writable-root ''", 64, "writable-root"),
        ("--readable-root /no/such", 66, "/no/such"),
        ("--cwd /", 64, "'/'"),
        ("--cwd /no/such", 66, "/no/such"),
        ("--cwd file", 66, "file"),
    ]

    @Test(arguments: Sandbox.Level.allCases) func optionsAreRefused(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            Self.options.map {
                "run \($0.options) -- touch ran 2>/run/message; echo $?; tr '\\n' ' ' </run/message; echo"
            }
            .joined(separator: "\n") + "\nls ran 2>/dev/null", level: level)
        for (index, row) in Self.options.enumerated() {
            let (status, message) = (result.lines[index * 2], result.lines[index * 2 + 1])
            #expect(status == "\(row.status)", "\(row.options): \(message)")
            #expect(message.contains(row.names), "\(row.options): \(message)")
        }
        #expect(result.lines.count == Self.options.count * 2 + 1, "nothing ran")
    }

    /// A path that a terminal or a line-based format would take apart is refused, shown without doing harm.
    @Test(arguments: Sandbox.Level.allCases) func pathsWithControlCharactersAreRefused(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            for name in $'new\\nline' $'tab\\there' $'\\e[31m' $'\\xff\\xfe'; do
                as alice mkdir -p -- "/home/alice/strange/$name"
                run --writable-root "/home/alice/strange/$name" -- touch ran; echo $?
                cd -- "/home/alice/strange/$name"; run -- touch ran; echo $?; cd - >/dev/null
            done
            find /home/alice -name ran
            """, level: level)
        #expect(result.standardOutput == String(repeating: "64\n", count: 8), "\(result.standardError)")
        #expect(result.standardError.contains("control character"))
        #expect(result.standardError.contains("not UTF-8"))
        #expect(!result.standardError.contains("\u{1B}[31m"))
        #expect(!result.standardError.contains("new\nline"))
    }

    /// Names that a shell would take apart.
    @Test(arguments: Sandbox.Level.allCases) func strangeNamesAreNames(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            for name in 'blank here' '-dash' "quote'" '*' '$(touch x)' 'a|b' 'ümlaut'; do
                as alice mkdir -p -- "/home/alice/strange/$name"
                cd -- "/home/alice/strange/$name"
                run -- sh -c 'echo in >made && mkdir -p .git 2>/dev/null; echo x >.git/x' 2>/dev/null; cat made
                ls -A | tr '\\n' ' '; echo
            done
            """, level: level)
        #expect(result.standardOutput == String(repeating: "in\nmade \n", count: 7), "\(result.standardError)")
    }

    @Test(arguments: Sandbox.Level.allCases) func longArgumentListsArriveWhole(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            cat >/home/alice/plain/count.sh <<'COUNT'
            echo $#
            COUNT
            run -- sh count.sh $(seq 20000)
            run -- sh count.sh "$(head -c 131000 /dev/zero | tr '\\0' a)"
            """, level: level)
        #expect(result.standardOutput == "20000\n1\n", "\(result.standardError)")
    }

    /// A damaged ledger is an error that names it, never a new beginning that forgets what was granted.
    @Test(arguments: ["garbage", "", "sallyport-ledger 1\\n", "sallyport-ledger 99\\nend\\n"])
    func aDamagedLedgerIsNamed(_ content: String) throws {
        let result = try Sandbox.script(
            """
            run -- true
            ledger=/home/alice/.local/state/sallyport/ledger
            printf '\(content)' >$ledger; cp $ledger /run/before
            run -- touch ran; echo $?
            cmp $ledger /run/before && ls ran 2>/dev/null
            """)
        #expect(result.standardOutput == "65\n", "\(result.standardError)")
        #expect(result.standardError.contains("ledger"))
    }

    @Test(arguments: ["garbage", "", "sallyport-registry 1\\n"]) func aDamagedRegistryIsNamed(_ content: String) throws
    {
        let result = try Sandbox.script(
            "printf '\(content)' >/etc/sallyport/registry; run -- touch ran; echo $?; ls ran 2>/dev/null")
        #expect(result.standardOutput == "65\n", "\(result.standardError)")
        #expect(result.standardError.contains("registry"))
    }

    /// A full disk while the ledger is written leaves the old one, and nothing half done.
    @Test func aFullDiskIsAnError() throws {
        let result = try Sandbox.script(
            """
            mkdir -p /home/alice/.local/state/sallyport
            mount -t tmpfs -o size=4k,mode=700,uid=5001,gid=5001 tmpfs /home/alice/.local/state/sallyport
            head -c 4096 /dev/zero >/home/alice/.local/state/sallyport/ballast 2>/dev/null
            chown -R alice:alice /home/alice/.local
            run -- touch ran; echo $?
            ls ran 2>/dev/null; ls /home/alice/.local/state/sallyport | grep -v -e ballast -e lock
            rm /home/alice/.local/state/sallyport/ballast
            """)
        #expect(result.standardOutput == "73\n", "\(result.standardError)")
        #expect(result.standardError.lowercased().contains("full"), "\(result.standardError)")
    }

    /// Secrets, loader settings and addresses of the session's services stay outside.
    @Test(arguments: Sandbox.Level.allCases) func aHostileEnvironmentStaysOutside(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            as alice env LD_PRELOAD=/tmp/evil.so LD_LIBRARY_PATH=/tmp GIT_DIR=/home/alice/main/.git GIT_SSH_COMMAND=evil \\
                AWS_SECRET_ACCESS_KEY=secret SSH_AUTH_SOCK=/tmp/agent \\
                DBUS_SESSION_BUS_ADDRESS=unix:path=/run/bus TMPDIR=/home/alice HOME=/home/bob \\
                sallyport run \(level == .elevated ? "" : "--level unelevated") -- env 2>/run/message
            """, level: level)
        let names = Set(result.lines.compactMap { $0.split(separator: "=").first })
        let hostile: Set<Substring> = [
            "LD_PRELOAD", "LD_LIBRARY_PATH", "GIT_DIR", "GIT_SSH_COMMAND", "AWS_SECRET_ACCESS_KEY", "SSH_AUTH_SOCK",
            "DBUS_SESSION_BUS_ADDRESS",
        ]
        #expect(names.contains("PATH"))
        #expect(names.isDisjoint(with: hostile), "\(names.intersection(hostile))")
        #expect(result.lines.contains("TMPDIR=/tmp"))
        #expect(!result.lines.contains("HOME=/home/bob"))
    }
}
