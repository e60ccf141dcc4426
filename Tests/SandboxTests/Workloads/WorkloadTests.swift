import KernelStage
import Testing

/// Work has the same result inside as outside: what it prints, and every file that it leaves.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct WorkloadTests {
    @Test(arguments: Workload.all, Sandbox.Level.allCases)
    func resultsAreTheSame(_ workload: Workload, _ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            cat >/run/workload <<'WORKLOAD'
            set -eu
            cd work
            \(workload.script)
            WORKLOAD
            chmod 644 /run/workload
            again() { cd /home/alice; rm -rf project; as alice sh -c 'mkdir -p project/work && git -C project init -q'; cd project; cp /run/workload .; }
            files() { find work -path '*/.git/*' -prune -o -type f -printf '%P ' -exec sha256sum {} + | sort; }
            again; as alice bash workload >/run/outside 2>&1 || echo "outside ended with $?"; files >/run/outside.files
            again; run -- bash workload 2>&1 | grep -v "^sallyport: the command made" >/run/inside || echo "inside ended with $?"; files >/run/inside.files
            [ -s /run/outside ] || echo "the workload printed nothing"
            diff /run/outside /run/inside && diff /run/outside.files /run/inside.files && echo same
            """, level: level, trees: workload.trees)
        #expect(result.standardOutput == "same\n", "\(result.standardOutput)\(result.standardError)")
    }

    /// What must not work fails with a reason that a person can act on.
    @Test(arguments: [
        ("git commit -q --allow-empty -m inside", "Read-only file system"),
        ("git config user.name other", "Read-only file system"),
        ("python3 -c 'open(\"/etc/probe\", \"w\")'", "Read-only file system"),
        (
            "python3 -c 'import urllib.request; urllib.request.urlopen(\"http://10.77.0.2/\")'",
            "Network is unreachable"
        ),
        ("git clone -q http://10.77.0.2/x.git", "Couldn't connect|Network is unreachable|Failed to connect"),
        ("mkdir /home/alice/elsewhere", "Read-only file system|Permission denied"),
    ])
    func whatMustFailSaysWhy(command: String, reason: String) throws {
        let result = try Sandbox.script(
            """
            cat >/run/command <<'COMMAND'
            \(command)
            COMMAND
            run -- bash -c "$(cat /run/command)" >/run/said 2>&1 && echo "it worked"
            grep -qE \(Self.quoted(reason)) /run/said && echo said || cat /run/said
            """)
        #expect(result.standardOutput == "said\n", "\(result.standardOutput)\(result.standardError)")
    }

    private static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "'\\''"))'" }
}
