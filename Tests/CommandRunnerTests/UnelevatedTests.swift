import KernelStage
import Testing

/// The level without setup: the caller's own user, confined by a user namespace, mounts, the write gate and the filter.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct UnelevatedTests {
    static let prelude = """
        runner=/usr/local/bin/sallyport-command-runner
        plain=('level unelevated' 'network none' 'temporary writable' "${work[@]}")
        # try NAME COMMAND: whether a shell command succeeds inside.
        try() { request "${plain[@]}" -- sh -c "{ $2; } >/dev/null 2>&1 && echo yes || echo no"; echo "$1: $(launch alice 2>&1 | head -1)"; }

        """

    @Test func writesStayInTheWorkspace() throws {
        let rows = try CommandRunnerTests.run(
            Self.prelude + """
                as alice sh -c 'echo x >~/own; ln -s .git ~/work/alias; mkdir ~/work/lib'
                try 'create' 'echo x >new && mv new newer && rm newer'
                try 'append' 'echo x >>file'
                try 'write at home' 'echo x >/home/alice/new'
                try 'append at home' 'echo x >>/home/alice/own'
                try 'mode at home' 'chmod 600 /home/alice/own'
                try 'times at home' 'touch /home/alice/own'
                try 'private temporary' 'echo x >/tmp/new && echo x >/dev/shm/new && echo x >/var/tmp/new'
                try 'write protected' 'echo x >.git/config'
                try 'write through a link' 'echo x >alias/config'
                try 'rename protected' 'mv .git other'
                try 'replace protected' 'mv -T lib .git'
                try 'remove protected' 'rm -rf .git && [ ! -e .git ]'
                try 'home is empty' '[ -d /tmp/home ] && [ -z "$(ls -A /tmp/home)" ] && echo x >/tmp/home/y'
                echo "left outside: $(ls /tmp/new /var/tmp/new /dev/shm/new 2>/dev/null | wc -l) $(cat /home/alice/work/.git/config)"
                """)
        CommandRunnerTests.expect(
            rows,
            [
                "create": "yes", "append": "yes", "write at home": "no", "append at home": "no", "mode at home": "no",
                "times at home": "no", "private temporary": "yes", "write protected": "no",
                "write through a link": "no", "rename protected": "no", "replace protected": "no",
                "remove protected": "no", "home is empty": "yes", "left outside": "0 original",
            ])
    }

    @Test func nothingElseIsInReach() throws {
        let rows = try CommandRunnerTests.run(
            Self.prelude + """
                as alice sleep 4715 & sleep 0.1; victim=$(pgrep -f '^sleep 4715')
                try 'signal' "kill -0 $victim"
                try 'see' "[ -e /proc/$victim ]"
                try 'user namespace' 'unshare --user true'
                try 'mount' 'mount -t tmpfs x /tmp'
                try 'remount' 'mount -o remount,rw /'
                try 'unmount' 'umount -l /home/alice/work/.git'
                try 'loopback' 'bash -c "echo x >/dev/udp/127.0.0.1/9"'
                try 'setuid program' '[ "$(id -u)" != 5001 ] || su -c true </dev/null'
                try 'capabilities' '! grep -q "CapEff:.*0000000000000000" /proc/self/status'
                try 'first process' 'cat /proc/1/environ || kill -9 1'
                try 'process settings' 'echo 500 >/proc/self/oom_score_adj'
                try 'read elsewhere' 'cat /etc/passwd'
                request 'level unelevated' 'network firewalled' 'temporary writable' -- true; echo "firewalled: $(launch alice)"
                request 'level elevated' 'principal offline' 'workspace-gid 65536' 'network none' 'temporary writable' -- true
                echo "elevated: $(launch alice)"
                plain=('level unelevated' 'network open' 'temporary writable')
                try 'loopback with a network' 'bash -c "echo x >/dev/udp/127.0.0.1/9"'
                kill $victim
                """)
        CommandRunnerTests.expect(
            rows,
            [
                "signal": "no", "see": "no", "user namespace": "no", "mount": "no", "remount": "no", "unmount": "no",
                "loopback": "no", "setuid program": "no", "capabilities": "no", "first process": "no",
                "process settings": "no", "read elsewhere": "yes", "firewalled": "failed request 74",
                "elevated": "failed authorization 1", "loopback with a network": "yes",
            ])
    }

    @Test func readOnlyWritesNothing() throws {
        let rows = try CommandRunnerTests.run(
            Self.prelude + """
                plain=('level unelevated' 'network none' 'temporary read-only' 'denied /home/alice/work/file')
                try 'workspace' 'echo x >new'
                try 'temporary' 'echo x >/tmp/new || echo x >/var/tmp/new || echo x >/dev/shm/new || echo x >/tmp/home/new'
                try 'null device' 'echo x >/dev/null'
                try 'read' 'cat .git/config'
                try 'denied' 'cat file || chmod 644 file'
                """)
        CommandRunnerTests.expect(
            rows, ["workspace": "no", "temporary": "no", "null device": "yes", "read": "yes", "denied": "no"])
    }
}
