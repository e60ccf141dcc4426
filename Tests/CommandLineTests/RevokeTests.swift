import KernelStage
import Testing

/// Taking grants back: the files are as they were, whatever became of the installation meanwhile.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct RevokeTests {
    private static let programs = ["sallyport", "sallyport-command-runner", "sallyport-setup"]

    /// Installs, makes files of every kind that a grant touches, and grants; `list` prints what the lists say.
    private static let granted = """
        sallyport-setup install --for-user alice >/dev/null || exit 9
        as alice bash -c 'cd; mkdir -p w/d o r/s; cd w; git init -q .; echo x >d/f; chmod 640 d/f; setfacl -m u:bob:r d/f; ln d/f d/g'
        list() { cd /home/alice; { getfacl -nR -p w o r; getfacl -n -p .; } 2>/dev/null; find w o r -printf '%p %u %g %m\\n' | sort; }
        list >/run/before
        as alice bash -c 'cd ~/w; sallyport run --writable-root ~/o --readable-root ~/r -- sh -c "echo y >d/new; rm d/new"
            cd ~/o; sallyport run --policy read-only -- true'
        list >/run/between; cmp -s /run/before /run/between && echo unchanged

        """

    private static let uninstall = "sallyport-setup uninstall >/dev/null"
    private static let others = "useradd --system other; useradd --system another"

    /// What happens between the grants and their revocation.
    static let histories = [
        "nothing": ":",
        "uninstalled": uninstall,
        "uninstalled, the ids given to others": "\(uninstall); \(others)",
        "installed again with other ids":
            "\(uninstall); \(others); sallyport-setup install --for-user alice >/dev/null",
        "a damaged registry": "echo nonsense >/etc/sallyport/registry",
    ]

    @Test(arguments: histories.keys.sorted()) func theFilesAreAsTheyWere(_ history: String) throws {
        let result = try Stage(programs: Self.programs, home: .ext4).run(
            """
            \(Self.granted)
            \(Self.histories[history] ?? "false")
            as alice sallyport revoke --all >/run/said; echo $?; cut -d: -f1 /run/said
            list >/run/after; diff /run/before /run/after && echo same
            as alice sallyport status | grep -c home; grep -c identities /home/alice/.local/state/sallyport/ledger
            as alice sallyport revoke --all; echo $?
            """)
        #expect(
            result.standardOutput == """
                0
                /home/alice/o
                /home/alice/r
                /home/alice/w
                /home/alice
                same
                0
                0
                nothing is granted
                0

                """, "\(result.standardOutput)\(result.standardError)")
    }

    /// What needed no grant stands in no ledger, or is forgotten; and one root that cannot be revoked holds up no other.
    @Test func eachRootIsRevokedByItself() throws {
        let attempts = try Stage(programs: Self.programs).attempt(
            [
                "cd /usr; sallyport run --policy read-only -- true; sallyport status",
                """
                mkdir a b c; for root in a b c; do sallyport run --cwd $root -- true; done
                sed -i 's,^end,readable /usr\\nend,' ~/.local/state/sallyport/ledger
                chmod 0 a; sallyport revoke --all
                """,
                "chmod 700 a; sallyport revoke --all", "sallyport revoke --all",
            ], after: "sallyport-setup install --for-user alice >/dev/null")
        #expect(!attempts[0].output.contains("/usr\n"), "\(attempts[0])")
        #expect(attempts[1].status == 77 && attempts[1].errors.contains("work/a: "), "\(attempts[1])")
        for root in ["work/b", "work/c", "/usr"] {
            #expect(attempts[1].output.contains("\(root): "), "\(attempts[1])")
        }
        #expect(attempts[2].status == 0 && attempts[2].output.contains("work/a: "), "\(attempts[2])")
        #expect(attempts[3].text == "nothing is granted", "\(attempts[3])")
    }

    /// After an installation with other accounts, the next run takes the old ones' entries out.
    @Test func theNextRunForgetsFormerAccounts() throws {
        let result = try Stage(programs: Self.programs, home: .ext4).run(
            """
            \(Self.granted)
            \(Self.histories["installed again with other ids"] ?? "false")
            former() { getfacl -nR -p /home/alice 2>/dev/null | grep -c "^user:$1:"; }
            offline=$(id -u CodexSandboxOffline)
            old=$(sed -n 's/^identities \\([0-9]*\\) .*/\\1/p' /home/alice/.local/state/sallyport/ledger)
            [ $offline != $old ] && [ $(former $old) -gt 0 ] && echo "others"
            as alice bash -c 'cd ~/w; sallyport run -- sh -c "id -un; echo y >d/new"'; former $old
            grep -c identities /home/alice/.local/state/sallyport/ledger
            as alice sallyport revoke --all >/dev/null; rm /home/alice/w/d/new
            list >/run/after; diff /run/before /run/after && echo same
            """)
        #expect(
            result.standardOutput == "others\nCodexSandboxOffline\n0\n1\nsame\n",
            "\(result.standardOutput)\(result.standardError)")
    }
}
