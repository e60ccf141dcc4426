import KernelStage
import Testing

/// What still runs when users lose the sandbox.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct TerminationTests {
    /// Entries on the user's files go on naming the group ids, so that nothing may go on with them.
    @Test func onlyTheWithdrawnUsersCommandsEnd() throws {
        let result = try SetupStage.run(
            """
            for user in alice bob; do expect 0 $setup install --for-user $user; done
            mkfifo -m 666 /tmp/request /tmp/outcome
            sleep 1000 >/tmp/request & sleep 1000 </tmp/outcome &
            declare -A found
            for user in alice bob; do
                group=$(awk -v user=$(id -u $user) '$1 == "block" && $2 == user { print $3 }' $registry)
                for name in Offline Online; do
                    setpriv --reuid=CodexSandbox$name --regid=$((group + 511)) --clear-groups sleep 1000 &
                    found[$user$name]=$!
                done
                as $user bash -c "exec $runner 3</tmp/request 4>/tmp/outcome" </dev/null &
                found[${user}Runner]=$!
                as $user sleep 1000 &
                found[${user}Own]=$!
                until [ "$(readlink /proc/${found[${user}Runner]}/exe)" = $runner ]; do sleep 0.02; done
            done
            kill -STOP ${found[bobRunner]}
            until [ "$(ps -o comm= -u CodexSandboxOffline,CodexSandboxOnline | grep -c sleep)" = 4 ]; do sleep 0.02; done
            expect 0 $setup uninstall --for-user bob
            for name in "${!found[@]}"; do kill -0 ${found[$name]} 2>/dev/null && echo $name; done | LC_ALL=C sort
            """)
        #expect(
            result.lines == ["aliceOffline", "aliceOnline", "aliceOwn", "aliceRunner", "bobOwn", ""],
            "\(result.standardOutput)\(result.standardError)")
    }

    /// What a command made would be left to whoever gets the account's number.
    @Test func filesAreGivenBackBeforeTheAccountsGo() throws {
        let result = try SetupStage.run(
            """
            expect 0 $setup install --for-user alice
            as alice bash -c 'mkdir ~/work && cd ~/work && mkdir made &&
                exec sallyport run -- bash -c "for name in {1..20000}; do : >made/\\$name; done; : >ready; sleep 1000"' &
            until [ -e /home/alice/work/ready ]; do sleep 0.05; done
            find /home/alice/work ! -user alice | wc -l
            expect 0 $setup uninstall
            find /home/alice/work ! -user alice | wc -l
            """, programs: ["sallyport"])
        #expect(result.lines == ["20001", "0", ""], "\(result.standardOutput)\(result.standardError)")
    }

    /// A descriptor of the runner, or a link to it, outlives its name.
    @Test func runnersLoseTheirRightsWithTheirName() throws {
        let result = try SetupStage.run(
            """
            expect 0 $setup install --for-user alice
            ln $runner /usr/local/replaced
            echo >>/usr/local/bin/sallyport-command-runner
            expect 0 $setup install --for-user alice
            ln $runner /usr/local/removed
            stat -c %a /usr/local/removed
            expect 0 $setup uninstall
            stat -c %a /usr/local/replaced /usr/local/removed
            """)
        #expect(result.lines == ["4750", "0", "0", ""], "\(result.standardOutput)\(result.standardError)")
    }
}
