import KernelStage
import Testing

/// What happens when the kernel gives no more namespaces (namespaces(7), `/proc/sys/user`).
///
/// The limits are those of a user namespace inside the stage, which knows the same users; the machine's stay as they are.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct NamespaceLimitTests {
    /// Which limit is reached, the level, the options, and how the launch ends: its exit code, and what it says.
    struct Launch: Sendable {
        var limit: String
        var level: Sandbox.Level
        var options = ""
        var status = 71
        var says: [String] = []
    }

    static let launches: [Launch] = [
        Launch(
            limit: "net", level: .elevated,
            says: ["layer namespaces: enter an empty network namespace", "sudo sysctl user.max_net_namespaces=NUMBER"]),
        Launch(limit: "net", level: .elevated, options: "--network", status: 0),
        Launch(
            limit: "net", level: .unelevated,
            says: ["layer namespaces: enter an empty network namespace", "sudo sysctl user.max_net_namespaces=NUMBER"]),
        Launch(limit: "net", level: .unelevated, options: "--network", status: 0),
        Launch(
            limit: "mnt", level: .elevated, says: ["make mount and ipc namespaces", "user.max_mnt_namespaces=NUMBER"]),
        Launch(
            limit: "ipc", level: .elevated, says: ["make mount and ipc namespaces", "user.max_ipc_namespaces=NUMBER"]),
        Launch(limit: "pid", level: .elevated, says: ["layer processes", "sysctl user.max_pid_namespaces=NUMBER"]),
        Launch(limit: "user", level: .elevated, status: 0),
        Launch(
            limit: "user", level: .unelevated,
            says: ["make a user namespace", "user.max_user_namespaces=NUMBER", "install --for-user alice"]),
    ]

    @Test(arguments: launches) func aReachedLimitStopsWhatNeedsMore(_ launch: Launch) throws {
        let option = launch.level == .elevated ? "" : "--level unelevated"
        let result = try Sandbox.script(
            """
            cat >/run/inner.sh <<'INNER'
            ip link set lo up
            \(launch.level == .elevated ? "sallyport-setup repair >/dev/null || exit 70" : "")
            limit=/proc/sys/user/max_\(launch.limit)_namespaces
            run() { as alice sallyport run \(option) \(launch.options) -- "$@" 2>&1; }
            run echo control; echo "$?"
            echo 0 >$limit
            run touch made; echo "status $?"
            ls made
            INNER
            unshare --user sleep 100 & child=$!
            until [ "$(readlink /proc/$child/ns/user)" != "$(readlink /proc/self/ns/user)" ]; do sleep 0.01; done
            echo '0 0 4294967295' >/proc/$child/uid_map
            echo '0 0 4294967295' >/proc/$child/gid_map
            before=$(cat /proc/sys/user/max_\(launch.limit)_namespaces)
            nsenter --user --target $child unshare --mount --net --ipc --uts --pid --fork --mount-proc bash /run/inner.sh
            kill $child
            [ "$before" = "$(cat /proc/sys/user/max_\(launch.limit)_namespaces)" ] || echo "the stage's own changed"
            """, level: launch.level)
        #expect(result.standardOutput.hasPrefix("control\n0\n"), "\(result.standardOutput)\(result.standardError)")
        #expect(result.lines.contains("status \(launch.status)"), "\(result.standardOutput)")
        #expect(result.lines.contains("made") == (launch.status == 0), "\(result.standardOutput)")
        #expect(!result.lines.contains("the stage's own changed"))
        for text in launch.says { #expect(result.standardOutput.contains(text), "\(result.standardOutput)") }
    }

    /// The namespace that could not be made early is made late, and is as empty.
    @Test func aNamespaceThatComesLateIsEmptyToo() throws {
        let result = try Sandbox.script(
            """
            cat /proc/net/dev | wc -l
            strace -qq -f -u alice -o /run/trace -e inject=unshare:error=ENOSPC:when=2 -e trace=unshare \\
                sallyport run -- sh -c 'wc -l </proc/net/dev; sallyport-probe connect tcp4 10.77.0.2 80'
            grep -c 'CLONE_NEWNET.*INJECTED' /run/trace
            grep -c 'CLONE_NEWNET) *= 0' /run/trace
            """)
        #expect(result.lines == ["4", "3", "connect tcp4 10.77.0.2 80 -> ENETUNREACH", "1", "1", ""], "\(result)")
    }
}
