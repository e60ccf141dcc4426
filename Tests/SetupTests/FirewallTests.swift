import KernelStage
import Testing

/// The rules, against real sockets.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct FirewallTests {
    @Test func offlineReachesNothingAndOthersEverything() throws {
        let result = try SetupStage.run(
            """
            dial() { # USER HOST PORT
                local status
                timeout 5 setpriv --reuid="$(id -u $1)" --regid="$(id -g $1)" --clear-groups --inh-caps=-all \\
                    bash -c "exec 3<>/dev/tcp/$2/$3" 2>/dev/null
                status=$?
                [ $status = 0 ] && echo "$1 $2 reaches" || { [ $status = 124 ] && echo "$1 $2 hangs" || echo "$1 $2 refused"; }
            }
            expect 0 $setup install --for-user alice
            for user in CodexSandboxOffline CodexSandboxOnline alice; do
                for host in 10.77.0.2 fd77::2; do dial $user $host 80; done
                dial $user 127.0.0.1 8080
            done
            nft flush ruleset
            nft -f /etc/sallyport/firewall.nft
            dial CodexSandboxOffline 10.77.0.2 80
            expect 0 $setup status
            expect 0 $setup uninstall
            nft list ruleset
            """, programs: ["sallyport-probe"], hasPeer: true)
        let expected = ["CodexSandboxOffline", "CodexSandboxOnline", "alice"].flatMap { user in
            ["10.77.0.2", "fd77::2", "127.0.0.1"].map { host in
                "\(user) \(host) \(user == "CodexSandboxOffline" ? "refused" : "reaches")"
            }
        }
        #expect(result.lines.map(String.init) == expected + ["CodexSandboxOffline 10.77.0.2 refused", ""])
    }

    @Test func otherTablesStay() throws {
        try SetupStage.run(
            """
            nft 'table inet other { chain output { type filter hook output priority 0; meta skuid 12 drop; } }'
            snapshot >/run/before
            expect 0 $setup install --for-user alice
            expect 0 $setup uninstall
            unchanged /run/before uninstall
            """)
    }

    /// A command that still runs when setup leaves must not find the network open.
    @Test func runningCommandsEndBeforeTheRulesGo() throws {
        let result = try SetupStage.run(
            """
            expect 0 $setup install --for-user alice
            for name in Offline Online; do
                setpriv --reuid=CodexSandbox$name --regid=CodexSandboxUsers --clear-groups sleep 1000 &
            done
            until [ "$(ps -o comm= -u CodexSandboxOffline,CodexSandboxOnline | grep -c sleep)" = 2 ]; do sleep 0.02; done
            expect 0 $setup uninstall
            jobs -r | wc -l
            """)
        #expect(result.lines.first == "0")
    }

    /// A runner that waits for its request, or was stopped, has not the account's identity yet and would take it later.
    @Test func aStoppedRunnerEndsBeforeTheRulesGo() throws {
        let result = try SetupStage.run(
            """
            expect 0 $setup install --for-user alice
            mkfifo -m 666 /tmp/request /tmp/outcome
            sleep 1000 >/tmp/request & sleep 1000 </tmp/outcome &
            as alice bash -c "exec $runner 3</tmp/request 4>/tmp/outcome" </dev/null &
            waiting=$!
            until [ "$(readlink /proc/$waiting/exe)" = $runner ]; do sleep 0.02; done
            kill -STOP $waiting
            expect 0 $setup uninstall
            wait $waiting; echo $?
            """)
        #expect(result.lines.first == "137", "\(result.standardOutput)\(result.standardError)")
    }
}
