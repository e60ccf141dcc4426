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
