import KernelStage
import Testing

/// Two sandboxes of the same user, at the same time.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct IsolationTests {
    /// The first runs in `plain` and has a process, a socket and shared memory; the second attempts to reach them from `second`.
    static let attempts = [
        "append /home/alice/plain/file", "create /home/alice/plain/new",
        "rename /home/alice/plain/file /home/alice/second/file",
        "delete /home/alice/plain/doomed", "signal {pid}", "signal {pid} 9", "trace {pid}", "read-memory {pid}",
        "take-descriptor {pid}", "read /proc/{pid}/environ", "list /proc/{pid}/root/home/alice/plain",
        "list /proc/{pid}/fd",
        "append /proc/{pid}/root/home/alice/plain/file", "enter {pid} mount", "abstract-connect first-sandbox",
        "unix-connect /tmp/first", "shared-memory 815 attach", "read /tmp/first-file", "read /dev/shm/first-file",
        "priority {pid}", "limit {pid}",
    ]

    @Test(arguments: ["", "--network"]) func theSecondCannotReachTheFirst(_ option: String) throws {
        let result = try Sandbox.script(
            """
            run \(option) -- sh -c 'echo secret >/tmp/first-file; echo secret >/dev/shm/first-file
                sallyport-probe shared-memory 815 create >/dev/null; sallyport-probe --serve-unix /tmp/first &
                exec sallyport-probe --serve-unix @first-sandbox' &
            await pgrep -f '^sallyport-probe --serve-unix @first-sandbox'
            pid=$(pgrep -f '^sallyport-probe --serve-unix @first-sandbox')
            sleep 0.2
            cd /home/alice/second
            sed "s/{pid}/$pid/g" >/run/attempts <<'ATTEMPTS'
            \(Self.attempts.joined(separator: "\n"))
            append /home/alice/second/file
            ATTEMPTS
            run \(option) -- sallyport-probe --file - </run/attempts
            kill -0 $pid && echo alive
            """)
        let answers = result.lines.compactMap { line in line.split(separator: " -> ").last }
        #expect(answers.count == Self.attempts.count + 2, "\(result.standardOutput)\(result.standardError)")
        for (attempt, answer) in zip(Self.attempts, answers) {
            #expect(!answer.hasPrefix("ok"), "\(attempt): \(answer)")
        }
        #expect(answers.suffix(2) == ["ok", "alive"])
    }

    /// The first sandbox's workspace gid separates even where the process namespace does not.
    @Test func theWorkspaceGroupAloneSeparatesProcesses() throws {
        let result = try Sandbox.script(
            """
            run -- sleep 4804 &
            await pgrep -f '^sleep 4804'
            pid=$(pgrep -f '^sleep 4804')
            user=$(stat -c %u /proc/$pid); group=$(sed -n 's/^Gid:\\t\\([0-9]*\\).*/\\1/p' /proc/$pid/status)
            for other in $group $((group + 1)); do
                setpriv --reuid=$(sed -n 's/^Uid:\\t\\([0-9]*\\).*/\\1/p' /proc/$pid/status) --regid=$other --clear-groups \\
                    --inh-caps=-all --bounding-set=-all sallyport-probe list /proc/$pid/root/tmp
            done
            """)
        let answers = result.lines.compactMap { line in line.split(separator: " -> ").last?.split(separator: " ").first
        }
        #expect(answers == ["ok", "EACCES"], "\(result.standardOutput)\(result.standardError)")
    }

    /// Nothing typed by the command arrives at the caller's shell; without the sandbox it does.
    @Test(arguments: ["tiocsti", "tiocsti-high", "tioclinux"], Sandbox.Level.allCases)
    func theTerminalTakesNoInputFromInside(_ request: String, _ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            option='\(level == .elevated ? "" : "--level unelevated")'
            as alice script -qec "sallyport run $option -- sallyport-probe inject \(request)" /dev/null </dev/null | tr -d '\\r'
            as alice script -qec "sallyport-probe inject tiocsti" /dev/null </dev/null | tr -d '\\r' | grep -o 'tiocsti -> ok'
            """, level: level)
        #expect(result.standardOutput.contains("inject \(request) -> EPERM\n"), "\(result.standardOutput)")
        #expect(result.lines.contains("tiocsti -> ok"), "the control: \(result.standardOutput)")
    }
}
