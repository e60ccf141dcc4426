import KernelStage
import Testing

/// The runner alone, against the kernel: whom it serves, what it refuses, and what it leaves behind.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct CommandRunnerTests {
    static func run(_ script: String) throws -> [String: String] {
        let stage = Stage(
            programs: ["sallyport-command-runner"], files: ["Tests/CommandRunnerTests/Support/runner.sh"])
        let result = try stage.run(". /run/files/runner.sh\ninstall_runner\nmake_workspace\n" + script)
        #expect(result.status == 0, "\(result.standardError)")
        var rows: [String: String] = [:]
        for line in result.lines {
            guard let colon = line.firstRange(of: ": ") else { continue }
            rows[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
        }
        return rows
    }

    static func expect(_ rows: [String: String], _ expected: KeyValuePairs<String, String>) {
        for (name, outcome) in expected {
            #expect(rows[name]?.hasPrefix(outcome) == true, "\(name): \(rows[name] ?? "missing")")
        }
        #expect(rows.count == expected.count)
    }

    @Test func onlyTheEnrolledCallerIsServed() throws {
        let rows = try Self.run(
            """
            request "${offline[@]}" -- true; row enrolled; row 'not enrolled' bob
            request "${offline[@]}" 'capability-gid 65537' -- true; row 'own capability'
            request "${offline[@]}" 'capability-gid 66048' -- true; row "another's capability"
            request "${offline[@]}" 'capability-gid 66047' -- true; row 'group of the readers'
            request 'level elevated' 'principal offline' 'workspace-gid 0' 'network none' 'temporary writable' -- true
            row 'group of root'
            request 'level elevated' 'principal offline' 'workspace-gid 989' 'network none' 'temporary writable' -- true
            row 'launch group'
            request 'level unelevated' 'network none' 'temporary writable' -- true; row 'unelevated by the installed runner'
            request "${offline[@]}" -- true; row root root
            useradd --uid 5003 carol; chmod 755 /home/alice; row 'outside the launch group' carol
            as alice cp /usr/local/bin/sallyport-command-runner /tmp/copy; runner=/tmp/copy; row 'a copy'
            """)
        Self.expect(
            rows,
            [
                "enrolled": "exited 0",
                "not enrolled": "failed authorization 1",
                "own capability": "exited 0",
                "another's capability": "failed authorization 1",
                "group of the readers": "failed authorization 1",
                "group of root": "failed authorization 1",
                "launch group": "failed authorization 1",
                "unelevated by the installed runner": "failed authorization 1",
                "root": "failed authorization 1",
                "outside the launch group":
                    "bash: line 1: /usr/local/libexec/sallyport/sallyport-command-runner: Permission",
                "a copy": "failed authorization 1",
            ])
    }

    @Test func aDoubtfulRegistryRefusesTheLaunch() throws {
        let rows = try Self.run(
            """
            request "${offline[@]}" -- true
            chmod 664 $registry; row 'group may write'; chmod 644 $registry
            chmod 777 /etc/sallyport; row 'directory open'; chmod 755 /etc/sallyport
            chown alice $registry; row "alice's"; chown root $registry
            sed -i '$d' $registry; row truncated; write_registry
            sed -i 's/block 5001 65536/block 5001 1000/' $registry; row 'block of system groups'; write_registry
            mv $registry /etc/sallyport/real; ln -s real $registry; row 'symbolic link'; rm $registry
            row missing; mkfifo $registry; row pipe; rm $registry; write_registry; row restored
            """)
        Self.expect(
            rows,
            [
                "group may write": "failed registry 1", "directory open": "failed registry 1",
                "alice's": "failed registry 1", "truncated": "failed registry 74",
                "block of system groups": "failed registry 74", "symbolic link": "failed registry 40",
                "missing": "failed registry 2", "pipe": "failed registry 1", "restored": "exited 0",
            ])
    }

    @Test func withoutTheFirewallNothingIsLaunched() throws {
        let rows = try Self.run(
            """
            request "${offline[@]}" -- true; row loaded
            nft flush ruleset; row flushed; load_firewall
            nft flush chain inet sallyport offline; row 'empty chain'
            load_firewall 'accept'; row 'accepts first'
            load_firewall 'udp dport 9 return'; row 'returns first'
            load_firewall '' 993; row 'another principal'
            load_firewall; nft add rule inet sallyport offline tcp dport 1 drop; row 'ends with a condition'
            load_firewall; nft add table inet sallyport '{ flags dormant; }'; row dormant
            nft delete table inet sallyport; load_firewall; row 'loaded again'
            request 'level elevated' 'principal online' 'workspace-gid 65536' 'network open' 'temporary writable' -- true
            row online; nft flush ruleset; row 'online, flushed'
            """)
        Self.expect(
            rows,
            [
                "loaded": "exited 0", "flushed": "failed firewall 2", "empty chain": "failed firewall 2",
                "accepts first": "failed firewall 2", "returns first": "failed firewall 2",
                "another principal": "failed firewall 2", "ends with a condition": "failed firewall 2",
                "dormant": "failed firewall 2", "loaded again": "exited 0", "online": "exited 0",
                "online, flushed": "failed firewall 2",
            ])
    }

    @Test func descriptorsAreNoWayOut() throws {
        let rows = try Self.run(
            """
            request "${offline[@]}" "${work[@]}" -- sh -c 'ls /proc/self/fd | tr "\\n" ,'
            try() { echo "$1: $(as alice python3 - "$runner" "$2" <<'PYTHON'
            import os, socket, subprocess, sys
            runner, kind = sys.argv[1:]
            if kind == "directory": stdin = os.open("/home/alice/work", os.O_RDONLY)
            elif kind == "path": stdin = os.open("/home/alice/work/file", os.O_PATH)
            elif kind == "datagram": keep = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); stdin = keep.fileno()
            elif kind == "unix datagram": keep = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM); stdin = keep[0].fileno()
            elif kind == "unconnected": keep = socket.socket(socket.AF_UNIX); stdin = keep.fileno()
            elif kind == "pair": keep = socket.socketpair(); stdin = keep[0].fileno()
            else: stdin = os.open("/home/alice/work/file", os.O_RDONLY)
            os.dup2(stdin, 0)
            request = os.open("/tmp/request", os.O_RDONLY); reading, outcome = os.pipe()
            if os.fork():
                os.close(outcome); os.wait(); sys.stdout.write(os.read(reading, 500).decode()); sys.exit()
            high = os.dup2(os.open("/home/alice", os.O_RDONLY), 200, inheritable=True)
            os.dup2(request, 100); os.dup2(outcome, 101); os.dup2(100, 3, inheritable=True); os.dup2(101, 4, inheritable=True)
            os.execve(runner, ["runner"], {"LD_PRELOAD": "/tmp/evil.so", "SWIFT_BACKTRACE": "enable=yes"})
            PYTHON
            )"; }
            try file file; try directory directory; try path path; try datagram datagram; try 'unix datagram' 'unix datagram'
            try unconnected unconnected; try pair pair
            request "${offline[@]}" -- sh -c 'readlink /proc/self/fd/0; env | sort | tr "\\n" ,'
            echo "closed: $({ as alice bash -c "exec $runner 3</tmp/request 0<&- 2>&-" 4>&1 >&5 5>&- | cat >/tmp/outcome; } 5>&1 | tr '\\n' ' ')$(cat /tmp/outcome)"
            echo "outcome to a file: $(as alice bash -c "exec $runner 3</tmp/request 4>/tmp/mine"; echo $?)"
            """)
        Self.expect(
            rows,
            [
                "file": "0,1,2,3,exited 0", "directory": "failed descriptors 1", "path": "failed descriptors 1",
                "datagram": "failed descriptors 1", "unix datagram": "failed descriptors 1",
                "unconnected": "failed descriptors 1", "pair": "0,1,2,3,exited 0",
                "closed": "/dev/null HOME=/tmp/home,PATH=/usr/local/bin:/usr/bin:/bin,PWD=/home/alice/work,exited 0",
                "outcome to a file": "125",
            ])
    }

    @Test func pathsAreTheCallersPaths() throws {
        let rows = try Self.run(
            """
            mkdir --mode=700 /srv/closed; mkdir /srv/closed/inside
            as alice ln -s work /home/alice/link
            request "${offline[@]}" 'writable-root /srv/closed/inside' -- true; row 'behind a closed directory'
            request "${offline[@]}" 'writable-root /home/alice/link' -- true; row 'symbolic link'
            request "${offline[@]}" 'writable-root /home/alice/work/file' -- true; row 'not a directory'
            request "${offline[@]}" 'writable-root /home/alice/none' -- true; row missing
            request "${offline[@]}" 'protected /home/alice/work/none' -- true; row 'missing, protected'
            request "${offline[@]}" 'writable-root /proc/self' -- true; row kernel
            request "${offline[@]}" 'writable-root /tmp' -- true; row private
            as bob mkdir --mode=777 /home/bob/open; chmod 755 /home/alice
            request "${offline[@]}" 'writable-root /home/bob/open' -- true; row "another's directory"
            mkdir /srv/alice; chown alice /srv/alice; mount --bind /srv/alice /srv/alice; mount -o remount,bind,ro /srv/alice
            request "${offline[@]}" 'writable-root /srv/alice' -- true; row 'read-only mount'
            as alice mkdir -p /tmp/shown/deep; setfacl -R -m g:65536:rwx,d:g:65536:rwx /tmp/shown
            request "${offline[@]}" 'writable-root /tmp/shown/deep' -- touch /tmp/shown/deep/x; row 'below a private directory'
            echo "made there: $(ls /tmp/shown/deep)"
            printf 'sallyport-launch 1\\0' >/tmp/request; row 'half a request'
            """)
        Self.expect(
            rows,
            [
                "behind a closed directory": "failed mounts 13", "symbolic link": "failed mounts 20",
                "not a directory": "failed mounts 20", "missing": "failed mounts 2",
                "missing, protected": "failed protected-paths 2", "kernel": "failed mounts 22",
                "private": "failed mounts 22", "another's directory": "failed mounts 1",
                "read-only mount": "failed mounts 30", "below a private directory": "exited 0", "made there": "x",
                "half a request": "failed request 74",
            ])
    }
}
