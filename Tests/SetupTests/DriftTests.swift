import KernelStage
import Testing

/// Damages an installation in every way that status must see and repair must undo.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct DriftTests {
    /// What is done to the machine, and the effect that must not be in force afterwards.
    static let damages: [(String, String)] = [
        ("nft flush ruleset", "install-firewall"),
        ("nft delete table inet sallyport", "install-firewall"),
        ("nft insert rule inet sallyport offline accept", "install-firewall"),
        ("nft flush chain inet sallyport offline", "install-firewall"),
        ("nft flush chain inet sallyport output", "install-firewall"),
        ("nft add chain inet sallyport extra", "install-firewall"),
        ("rm $registry", "create-registry"),
        ("echo nonsense >$registry", "create-registry"),
        ("truncate -s 20 $registry", "create-registry"),
        ("chmod 666 $registry", "create-registry"),
        ("sed -i 's/^principal online .*/principal online CodexSandboxOnline 4/' $registry", "create-registry"),
        ("sed -i '/^block/d' $registry", "reserve-block 5001 alice"),
        ("sed -i 's/^block 5001 .*/block 5001 65536 512/' $registry", "reserve-block 5001 alice"),
        ("chmod 755 $runner", "install-runner"),
        ("chown alice $runner; chmod 4750 $runner", "install-runner"),
        ("printf x >>$runner; chmod 4750 $runner", "install-runner"),
        ("rm $runner", "install-runner"),
        ("usermod --shell /bin/bash CodexSandboxOffline", "create-principal offline"),
        ("usermod --home /home/alice CodexSandboxOnline", "create-principal online"),
        ("usermod --password '' CodexSandboxOnline", "create-principal online"),
        ("usermod --append --groups users CodexSandboxOffline", "create-principal offline"),
        ("usermod --gid users CodexSandboxOffline", "create-principal offline"),
        ("usermod --add-subuids 200000-200999 CodexSandboxOnline", "create-principal online"),
        ("usermod --add-subgids 200000-200999 CodexSandboxOnline", "create-principal online"),
        ("userdel CodexSandboxOffline", "create-principal offline"),
        ("userdel CodexSandboxOnline", "create-principal online"),
        ("gpasswd --delete alice CodexSandboxLaunch", "add-member launch 5001 alice"),
        ("gpasswd --add alice CodexSandboxUsers", "create-group users"),
        ("groupdel CodexSandboxLaunch", "create-group launch"),
        ("groupmod --password x CodexSandboxLaunch", "create-group launch"),
        ("rm /etc/cron.deny", "deny-scheduled-jobs cron"),
        ("sed -i /CodexSandboxOnline/d /etc/cron.deny", "deny-scheduled-jobs cron"),
        ("touch /etc/at.deny", "deny-scheduled-jobs at"),
        ("rm /etc/sallyport/firewall.nft", "persist-firewall"),
        ("rm /etc/systemd/system/sallyport-firewall.service", "persist-firewall"),
        ("rm /etc/systemd/system/sysinit.target.wants/sallyport-firewall.service", "persist-firewall"),
        ("chmod 700 /etc/sallyport", "lock-directory configuration"),
        ("rm -r /usr/local/libexec/sallyport", "lock-directory programs"),
        ("rm /var/lib/sallyport/installed", "commit-marker"),
    ]

    @Test func everyDamageIsSeenAndRepaired() throws {
        let rounds = Self.damages.map { damage, effect in
            """
            damage=$(cat <<'DAMAGE'
            \(damage)
            DAMAGE
            )
            eval "$damage" >/dev/null 2>&1 || echo "FAILED: '$damage' itself"
            expect 1 $setup status --json
            grep -qE '"effect":"\(effect)","description":"[^"]*","state":"(absent|drifted)"' /run/output ||
                { echo "FAILED: '$damage' was not seen:"; cat /run/output; }
            expect 0 $setup repair
            expect 0 $setup status
            grep '^block' $registry | cmp -s - /run/block || echo "FAILED: '$damage' changed the block"
            """
        }
        try SetupStage.run(
            """
            snapshot >/run/before
            expect 0 $setup install --for-user alice
            grep '^block' $registry >/run/block
            \(rounds.joined(separator: "\n"))
            rm -f /etc/at.deny
            expect 0 $setup uninstall
            unchanged /run/before 'uninstall after all repairs'
            """)
    }

    /// Damages that stay when setup removes what it made.
    @Test func uninstallWorksOnWhatIsLeft() throws {
        let rounds = Self.damages.filter { !$0.0.contains("at.deny") }.map { damage, _ in
            """
            expect 0 $setup install --for-user alice
            { \(damage); } >/dev/null 2>&1
            expect 0 $setup uninstall
            unchanged /run/before 'uninstall after a damage'
            """
        }
        try SetupStage.run("snapshot >/run/before\n" + rounds.joined(separator: "\n"))
    }
}
