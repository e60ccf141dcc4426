import KernelStage
import Testing

/// A runner that waits for its request: what it takes, what it looks at again, and what it keeps others from.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct LateRequestTests {
    /// The runner reads the request from a pipe, into which `WRITER` writes it: `piped WRITER...` prints the outcome.
    private static let piped = """
        piped() {
            local pipe
            pipe=$(mktemp --dry-run); mkfifo $pipe
            cat $pipe >$pipe.outcome & reader=$!
            { sleep 2; "$@"; } | as alice bash -c "exec $runner 3<&0 </dev/null 4>&9 9>&-" 9>$pipe
            wait $reader
            cat $pipe.outcome
        }
        whole() { "$@"; cat /tmp/request; }

        """

    @Test func onlyAWholeRequestIsActedOn() throws {
        let rows = try CommandRunnerTests.run(
            Self.piped + """
                request "${offline[@]}" "${work[@]}" -- touch made
                for count in 1 5 20; do echo "without $count bytes: $(piped head -c -$count /tmp/request)"; done
                echo "nothing: $(piped true)"
                echo "made: $([ -e ~alice/work/made ] && echo yes || echo no)"
                echo "all: $(piped whole true)"
                echo "made then: $([ -e ~alice/work/made ] && echo yes || echo no)"
                """)
        CommandRunnerTests.expect(
            rows,
            [
                "without 1 bytes": "failed request", "without 5 bytes": "failed request",
                "without 20 bytes": "failed request", "nothing": "failed request", "made": "no", "all": "exited 0",
                "made then": "yes",
            ])
    }

    @Test func whatChangedMeanwhileIsSeen() throws {
        let rows = try CommandRunnerTests.run(
            Self.piped + """
                request "${offline[@]}" "${work[@]}" -- true
                echo "firewall gone: $(piped whole nft flush ruleset)"; load_firewall
                echo "registry gone: $(piped whole mv $registry $registry.away)"; mv $registry.away $registry
                echo "not enrolled any more: $(piped whole sed -i /^block/d $registry)"; write_registry
                echo "as before: $(piped whole true)"
                """)
        CommandRunnerTests.expect(
            rows,
            [
                "firewall gone": "failed firewall", "registry gone": "failed registry",
                "not enrolled any more": "failed authorization", "as before": "exited 0",
            ])
    }

    /// A caller may stop the runner at any moment, also between what it verifies and the request.
    @Test func whatChangedWhileItWasStoppedIsSeen() throws {
        let rows = try CommandRunnerTests.run(
            """
            request "${offline[@]}" "${work[@]}" -- true
            cat >/tmp/stopping.py <<'PYTHON'
            import os, signal, subprocess, sys, time
            runner, waiting = sys.argv[1], []
            for index in range(80):
                request, outcome = os.pipe(), os.pipe()
                child = os.fork()
                if child == 0:
                    os.dup2(os.open("/dev/null", os.O_RDWR), 0)
                    source, sink = os.dup(request[0]), os.dup(outcome[1])
                    os.dup2(source, 203); os.dup2(sink, 204)
                    os.closerange(3, 203)
                    os.dup2(203, 3); os.dup2(204, 4)
                    os.execv(runner, ["runner"])
                os.close(request[0]); os.close(outcome[1])
                end = time.monotonic() + index * 0.0001
                while time.monotonic() < end: pass
                os.kill(child, signal.SIGSTOP)
                waiting.append((child, request[1], outcome[0]))
            print("stopped", flush=True)
            sys.stdin.readline()
            for child, request, outcome in waiting:
                with open(request, "wb") as pipe: pipe.write(open("/tmp/request", "rb").read())
                os.kill(child, signal.SIGCONT)
            said = [open(outcome).read().split()[:2] for child, request, outcome in waiting]
            print("said:", *sorted({" ".join(words) for words in said}, key=str))
            PYTHON
            chmod 644 /tmp/stopping.py; mkfifo /tmp/go /tmp/told
            as alice python3 /tmp/stopping.py $runner </tmp/go >/tmp/told & exec 8>/tmp/go 7</tmp/told
            read -r word <&7; nft flush ruleset; sleep 1.1; echo >&8; read -r line <&7; echo "$line"
            """)
        CommandRunnerTests.expect(rows, ["said": "failed firewall"])
    }

    /// One that waits keeps no other run from giving the command's files to the caller.
    @Test func aWaitingRunnerHoldsNothing() throws {
        let rows = try CommandRunnerTests.run(
            Self.piped + """
                request "${offline[@]}" "${work[@]}" -- touch made
                touch /run/waiting; held() { while [ -e /run/waiting ]; do sleep 0.02; done; }
                piped held >/dev/null &
                until pgrep -x sallyport-comma >/dev/null; do sleep 0.02; done
                row meanwhile
                echo "still waiting: $(pgrep -xc sallyport-comma)"
                echo "owner: $(stat -c %U ~alice/work/made)"
                rm /run/waiting; wait
                """)
        CommandRunnerTests.expect(rows, ["meanwhile": "exited 0", "still waiting": "1", "owner": "alice"])
    }
}
