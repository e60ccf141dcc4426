import KernelStage
import Testing

/// What setup refuses: with which exit status, in which words, and without having changed anything.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct RefusalTests {
    /// How the machine is prepared, the command, its exit status and a part of its message.
    struct Refusal: Sendable {
        var given = ":"
        let command: String
        let status: Int
        let says: String
        var finally = ":"
    }

    static let refusals: [Refusal] = [
        Refusal(command: "as alice $setup install --for-user alice", status: 77, says: "run it with sudo"),
        Refusal(command: "as alice $setup status", status: 77, says: "only root"),
        Refusal(command: "as alice $setup uninstall", status: 77, says: "only root"),
        Refusal(command: "$setup install", status: 64, says: "--for-user"),
        Refusal(command: "$setup", status: 0, says: "EXAMPLES"),
        Refusal(command: "$setup install --help", status: 0, says: "sudo sallyport-setup install --for-user alice"),
        Refusal(command: "$setup frobnicate", status: 64, says: "frobnicate"),
        Refusal(command: "$setup install --for-user alice --force", status: 64, says: "--force"),
        Refusal(command: "$setup install --for-user carol", status: 67, says: "there is no such user"),
        Refusal(command: "$setup install --for-user root", status: 67, says: "this is root"),
        Refusal(command: "$setup install --for-user toor", status: 67, says: "this is root"),
        Refusal(command: "$setup install --for-user 5001", status: 67, says: "not a number"),
        Refusal(command: "$setup install --for-user 'alice bob'", status: 67, says: "this is not an account name"),
        Refusal(command: "$setup install --for-user ''", status: 67, says: "this is not an account name"),
        Refusal(command: "$setup install --for-user $'a\\nb'", status: 67, says: "'a?b'"),
        Refusal(command: "$setup install --for-user=--help", status: 67, says: "this is not an account name"),
        Refusal(command: "$setup install --for-user 'alice:x'", status: 67, says: "this is not an account name"),
        Refusal(
            command: "$setup install --for-user CodexSandboxOnline", status: 67,
            says: "this is an account of the sandbox"),
        Refusal(command: "$setup repair", status: 69, says: "nothing is installed"),
        Refusal(
            given: "mount --bind /run/empty /usr/sbin/nft", command: "$setup install --for-user alice", status: 69,
            says: "apt-get install nftables", finally: "umount /usr/sbin/nft"),
        Refusal(
            given: "mount --bind /run/empty /usr/sbin/useradd", command: "$setup install --for-user alice", status: 69,
            says: "apt-get install passwd", finally: "umount /usr/sbin/useradd"),
        Refusal(
            given: "mkdir /usr/local/libexec; mount -t tmpfs -o nosuid,mode=755 tmpfs /usr/local/libexec",
            command: "$setup install --for-user alice", status: 69, says: "mounted with 'nosuid'",
            finally: "umount /usr/local/libexec; rmdir /usr/local/libexec"),
        Refusal(
            given: "mkdir /usr/local/libexec; mount -t tmpfs -o noexec,mode=755 tmpfs /usr/local/libexec",
            command: "$setup install --for-user alice", status: 69, says: "mounted with 'noexec'",
            finally: "umount /usr/local/libexec; rmdir /usr/local/libexec"),
        Refusal(
            given: "mount -t ramfs -o mode=755 ramfs /home; mkdir /home/alice",
            command: "$setup install --for-user alice", status: 69, says: "ramfs on /home refused one",
            finally: "umount /home"),
        Refusal(
            command: "strace -qq -o /dev/null -e inject=landlock_create_ruleset:error=EOPNOTSUPP "
                + "$setup install --for-user alice",
            status: 69, says: "Landlock version 2"),
        Refusal(
            command: "strace -qq -o /dev/null -e inject=landlock_create_ruleset:retval=1 "
                + "$setup install --for-user alice",
            status: 69, says: "it has version 1"),
        Refusal(
            command: "strace -qq -o /dev/null -e inject=seccomp:error=EINVAL $setup install --for-user alice",
            status: 69, says: "seccomp filters"),
        Refusal(
            command: "setpriv --bounding-set=-net_admin --inh-caps=-all $setup install --for-user alice", status: 69,
            says: "the kernel for nftables"),
        Refusal(
            given: "mkdir /usr/local/libexec; chmod 777 /usr/local/libexec",
            command: "$setup install --for-user alice", status: 73, says: "others than root may write it",
            finally: "rmdir /usr/local/libexec"),
        Refusal(
            given: "mkdir /usr/local/libexec; chown alice /usr/local/libexec",
            command: "$setup install --for-user alice", status: 73, says: "it belongs to user 5001",
            finally: "rmdir /usr/local/libexec"),
        Refusal(
            given: "ln -s /home/alice /etc/sallyport", command: "$setup install --for-user alice", status: 73,
            says: "links are not followed", finally: "rm /etc/sallyport"),
        Refusal(
            given: "ln -s /home/alice /var/lib/sallyport", command: "$setup install --for-user alice", status: 71,
            says: "/var/lib/sallyport", finally: "rm /var/lib/sallyport"),
        Refusal(
            given: "useradd --create-home CodexSandboxOffline", command: "$setup install --for-user alice", status: 73,
            says: "CodexSandboxOffline", finally: "$setup uninstall; userdel --remove CodexSandboxOffline"),
        Refusal(
            given: "groupadd --system CodexSandboxUsers; gpasswd --add bob CodexSandboxUsers",
            command: "$setup install --for-user alice", status: 73, says: "lists bob as members",
            finally: "$setup uninstall; groupdel CodexSandboxUsers"),
        Refusal(
            given: "echo CodexSandboxOnline >/etc/cron.allow", command: "$setup install --for-user alice", status: 73,
            says: "/etc/cron.allow lets CodexSandboxOnline leave jobs", finally: "$setup uninstall; rm /etc/cron.allow"),
        Refusal(
            given: "chmod 775 /usr/local/bin/sallyport-command-runner", command: "$setup install --for-user alice",
            status: 73, says: "others may write it",
            finally: "$setup uninstall; chmod 755 /usr/local/bin/sallyport-command-runner"),
        Refusal(
            given: "chown bob /usr/local/bin/sallyport-command-runner", command: "$setup install --for-user alice",
            status: 73, says: "it belongs to user 5002",
            finally: "$setup uninstall; chown root /usr/local/bin/sallyport-command-runner"),
        Refusal(
            given: "mv /usr/local/bin/sallyport-command-runner /run/", command: "$setup install --for-user alice",
            status: 73, says: "in one directory",
            finally: "$setup uninstall; mv /run/sallyport-command-runner /usr/local/bin/"),
        Refusal(
            given:
                "cp -p /usr/local/bin/sallyport-command-runner /run/; echo text >/usr/local/bin/sallyport-command-runner",
            command: "$setup install --for-user alice", status: 73, says: "it is not a program",
            finally: "$setup uninstall; mv /run/sallyport-command-runner /usr/local/bin/"),
        Refusal(
            given:
                "cp -p /usr/local/bin/sallyport-command-runner /run/; cat /bin/true >/usr/local/bin/sallyport-command-runner",
            command: "$setup install --for-user alice", status: 73, says: "it is not linked statically",
            finally: "$setup uninstall; mv /run/sallyport-command-runner /usr/local/bin/"),
        Refusal(
            given: "cp -p /etc/subgid /run/subgid; echo eve:65536:32768 >>/etc/subgid",
            command: "$setup install --for-user alice", status: 69, says: "no 512 free ones in a row",
            finally: "$setup uninstall; cp -p /run/subgid /etc/subgid"),
        Refusal(
            given: "mkdir /etc/sallyport; printf 'sallyport-registry 1\\nblock x\\nend\\n' >$registry",
            command: "$setup install --for-user alice", status: 65, says: "registry: line 2 (offset 21)",
            finally: "rm -r /etc/sallyport"),
        Refusal(
            given:
                "mkdir -m 700 /var/lib/sallyport; printf 'sallyport-journal 1\\nnonsense\\n' >$journal; chmod 600 $journal",
            command: "$setup install --for-user alice", status: 65, says: "line 2 (offset 20)",
            finally: "rm -r /var/lib/sallyport"),
        Refusal(
            given:
                "mkdir -m 700 /var/lib/sallyport; printf 'sallyport-journal 1\\nnonsense\\n' >$journal; chmod 600 $journal",
            command: "$setup uninstall", status: 65, says: "line 2 (offset 20)", finally: "rm -r /var/lib/sallyport"),
        Refusal(
            given: "mkdir -m 700 /var/lib/sallyport; printf 'sallyport-journal 1\\n' >$journal; chmod 644 $journal",
            command: "$setup install --for-user alice", status: 73, says: "not a file of root with mode 0600",
            finally: "rm -r /var/lib/sallyport"),
        Refusal(
            given: "mount -t tmpfs -o size=8k,mode=755 tmpfs /var/lib; mkdir -m 700 /var/lib/sallyport; "
                + "head -c 8192 /dev/zero >/var/lib/full 2>/dev/null",
            command: "$setup install --for-user alice", status: 71, says: "free some space",
            finally: "umount /var/lib"),
    ]

    @Test func refusalsChangeNothing() throws {
        let rounds = Self.refusals.map { refusal in
            """
            { \(refusal.given); } >/dev/null 2>&1
            refused \(refusal.status) \(quoted(refusal.says)) \(refusal.command)
            { \(refusal.finally); } >/dev/null 2>&1
            unchanged /run/before \(quoted(refusal.command))
            """
        }
        try SetupStage.run(
            """
            : >/run/empty
            useradd --no-create-home --non-unique --uid 0 --home-dir / toor
            snapshot >/run/before
            \(rounds.joined(separator: "\n"))
            """)
    }

    private func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "'\\''"))'" }

    /// A full disk stops install; with some space again the next run finishes.
    @Test func fullDiskIsSurvived() throws {
        try SetupStage.run(
            """
            snapshot >/run/before
            mount -t tmpfs -o size=4k,mode=755 tmpfs /var/lib
            $setup install --for-user alice >/run/output 2>&1
            status=$?
            [ $status = 71 ] || { echo "FAILED: ended with $status:"; cat /run/output; }
            mount -o remount,size=1m /var/lib
            expect 0 $setup install --for-user alice
            expect 0 $setup status
            expect 0 $setup uninstall
            umount /var/lib
            unchanged /run/before uninstall
            """)
    }

    /// Variables, descriptors, limits and the working directory of the caller do not matter.
    @Test func hostileEnvironmentsDoNotMatter() throws {
        try SetupStage.run(
            """
            mkdir /tmp/evil
            for tool in useradd groupadd nft gpasswd getent; do
                printf '#!/bin/sh\\ntouch /tmp/evil/ran\\n' >/tmp/evil/$tool
                chmod 755 /tmp/evil/$tool
            done
            snapshot >/run/before
            mkdir /tmp/gone && cd /tmp/gone && rmdir /tmp/gone
            expect 0 env PATH=/tmp/evil IFS=/ LANG=xx_XX SWIFT_DEBUG_HELP=1 SWIFT_DETERMINISTIC_HASHING=1 \\
                SWIFT_BACKTRACE=enable=yes,swift-backtrace=/tmp/evil/nft LIBDISPATCH_LOG=x $setup install --for-user alice
            grep -q SWIFT_ /run/output && { echo 'FAILED: the runtime saw its variables:'; cat /run/output; }
            cd /
            [ -e /tmp/evil/ran ] && echo 'FAILED: a planted tool ran'
            expect 0 $setup status
            $setup uninstall <&- >&- 2>&- || echo 'FAILED: uninstall with closed descriptors'
            unchanged /run/before uninstall
            """)
    }
}
