import KernelStage
import Testing

/// How a launch ends: codes, signals, the time limit, the death of whoever started it, and what becomes of the files.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct LifetimeTests {
    @Test func theCommandsEndIsTheRunnersEnd() throws {
        let rows = try CommandRunnerTests.run(
            """
            try() { name=$1; shift; request "${offline[@]}" "${extra[@]}" "${work[@]}" -- "$@"; code=0
                start alice >/dev/null 2>&1 || code=$?; echo "$name: $code $(cat $outcome)"; }
            extra=()
            try zero true; try seven sh -c 'exit 7'; try killed sh -c 'kill -9 $$'; try terminated sh -c 'kill -TERM $$'
            try 'not found' no-such-command; try 'not executable' /home/alice/work/file
            as alice sh -c 'echo exit 5 >~/work/script; chmod 755 ~/work/script'; setfacl -m g:65536:rwx /home/alice/work/script
            try 'script without a head' ./script
            extra=('timeout-milliseconds 200'); try 'time is up' sleep 60; try 'in time' true
            extra=(); try 'leaves something' sh -c 'setsid sleep 4713 & exit 3'
            await_none 'sleep 4713'; echo "survivors: $(pgrep -fc 'sleep 4713')"
            """)
        CommandRunnerTests.expect(
            rows,
            [
                "zero": "0 exited 0", "seven": "7 exited 7", "killed": "137 signaled 9",
                "terminated": "143 signaled 15", "not found": "127 failed command 2",
                "not executable": "126 failed command 13", "script without a head": "5 exited 5",
                "time is up": "192 timed-out", "in time": "0 exited 0", "leaves something": "3 exited 3",
                "survivors": "0",
            ])
    }

    @Test(arguments: ["KILL", "TERM"])
    func theCallersDeathEndsTheTree(_ signal: String) throws {
        let rows = try CommandRunnerTests.run(
            """
            request "${offline[@]}" "${work[@]}" -- sh -c 'setsid sleep 4714 & touch started; sleep 4714'
            as alice bash -c "$runner 3</tmp/request 4> >(cat >/dev/null) & echo \\$! >/tmp/runner; wait" &
            until [ -e /home/alice/work/started ]; do sleep 0.02; done
            parent=$(ps -o ppid= $(cat /tmp/runner))
            echo "before: $(pgrep -fc '^sleep 4714')"
            kill -\(signal) $parent; await_none '^sleep 4714'
            echo "after the caller's death: $(pgrep -fc '^sleep 4714')"
            rm /home/alice/work/started
            as alice bash -c "$runner 3</tmp/request 4> >(cat >/dev/null) & echo \\$! >/tmp/runner; wait" &
            until [ -e /home/alice/work/started ]; do sleep 0.02; done
            as alice kill -\(signal) $(cat /tmp/runner); await_none '^sleep 4714'
            echo "after the runner's death: $(pgrep -fc '^sleep 4714')"
            """)
        CommandRunnerTests.expect(
            rows, ["before": "2", "after the caller's death": "0", "after the runner's death": "0"])
    }

    @Test func filesBecomeTheCallers() throws {
        let rows = try CommandRunnerTests.run(
            """
            request "${offline[@]}" "${work[@]}" -- sh -c 'mkdir -m 700 d shut; install -m 600 file d/private; ln -s x link; id -u >who
                echo x >shut/file; chmod 0 shut'
            row made
            echo "owners: $(find /home/alice/work -printf '%u\\n' | sort -u)"
            as alice rm -r /home/alice/work/d /home/alice/work/shut && echo 'removed: yes'
            request "${offline[@]}" "${work[@]}" -- sh -c 'touch early; sleep 1.5; chmod 640 early'
            launch alice >/tmp/first &
            until [ -e /home/alice/work/early ]; do sleep 0.02; done
            request "${offline[@]}" "${work[@]}" -- touch late; start alice
            echo "during another run: $(stat -c %U /home/alice/work/early)"; wait
            echo "afterwards: $(stat -c %U /home/alice/work/early /home/alice/work/late | tr '\\n' ' ')$(cat /tmp/first)"
            """)
        CommandRunnerTests.expect(
            rows,
            [
                "made": "exited 0", "owners": "alice", "removed": "yes",
                "during another run": "CodexSandboxOffline", "afterwards": "alice alice exited 0",
            ])
    }

    /// The locks by which runs know of each other must tell directories apart whose inodes are neighbours.
    @Test func aRunBesideDelaysNothing() throws {
        let rows = try CommandRunnerTests.run(
            """
            as alice mkdir /home/alice/{0,1,2,3,4,5,6,7}
            setfacl -m g:65536:rwX,d:g:65536:rwX,d:u:alice:rwX /home/alice/[0-7]
            request "${offline[@]}" 'writable-root /home/alice/3' -- sh -c 'touch /home/alice/3/going; until [ -e /home/alice/3/end ]; do sleep 0.05; done'
            launch alice >/tmp/first &
            until [ -e /home/alice/3/going ]; do sleep 0.02; done
            for name in 0 1 2 4 5 6 7; do
                request "${offline[@]}" "writable-root /home/alice/$name" -- touch /home/alice/$name/made; start alice
            done
            echo "owners: $(stat -c %U /home/alice/*/made | sort | uniq -c | xargs)"
            as alice touch /home/alice/3/end; wait; echo "first: $(cat /tmp/first)"
            """)
        CommandRunnerTests.expect(rows, ["owners": "7 alice", "first": "exited 0"])
    }

    /// What the command made in a repository's or an agent's name stays the principal's, so that git does not trust it.
    @Test func repositoriesStayForeign() throws {
        let rows = try CommandRunnerTests.run(
            """
            request "${offline[@]}" "${work[@]}" -- sh -c 'git init -q made; git init -q --bare bare.d; mkdir -p deep/.Codex linked; echo x >made/file
                echo >linked/HEAD; ln -s /run/lock linked/objects; ln -s /run/lock linked/refs; chmod 700 made/.git/hooks made/.git'
            row run
            for path in made/.git made/.git/config bare.d linked deep/.Codex made made/file deep; do
                echo "$path: $(stat -c %U /home/alice/work/$path)"
            done
            as alice git -C /home/alice/work/made status >/dev/null 2>&1 || echo 'git there: refuses'
            as alice git -C /home/alice/work/bare.d log >/dev/null 2>/tmp/said || grep -q dubious /tmp/said && echo 'git in the bare one: refuses'
            as alice rm -r /home/alice/work/made /home/alice/work/bare.d /home/alice/work/deep && echo 'removed: yes'
            """)
        CommandRunnerTests.expect(
            rows,
            [
                "run": "exited 0", "made/.git": "CodexSandboxOffline", "made/.git/config": "alice",
                "bare.d": "CodexSandboxOffline", "linked": "CodexSandboxOffline", "deep/.Codex": "CodexSandboxOffline",
                "made": "alice", "removed": "yes",
                "made/file": "alice", "deep": "alice", "git there": "refuses", "git in the bare one": "refuses",
            ])
    }
}
