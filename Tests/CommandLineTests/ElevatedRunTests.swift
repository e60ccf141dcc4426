import KernelStage
import Testing

/// The level with accounts of its own, from setup to uninstall, through the command line alone.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct ElevatedRunTests {
    private static let programs = ["sallyport", "sallyport-command-runner", "sallyport-setup"]
    private static let setup = "sallyport-setup install --for-user alice >/dev/null || exit 9"

    private func attempt(
        _ lines: [String], stage: Stage = Stage(programs: programs), after preparation: String = ""
    ) throws -> [Attempt] {
        try stage.attempt(lines, after: Self.setup + "\n" + preparation)
    }

    @Test(arguments: Stage.HomeFileSystem.allCases)
    func aRealRepositoryUnderEveryPolicy(home: Stage.HomeFileSystem) throws {
        let tries = """
            id -un; echo new >made 2>/dev/null && echo wrote; echo more >>file 2>/dev/null && echo appended; \
            mv file moved 2>/dev/null && mv moved file && echo renamed; rm made 2>/dev/null && echo deleted; \
            git status --short >/dev/null && echo status; git log --oneline | wc -l; \
            git -c user.name=x -c user.email=x@x commit -qam x 2>/dev/null && echo committed; \
            touch ~alice/x /etc/x /var/x 2>/dev/null && echo escaped; cat ~alice/.secret 2>/dev/null; true
            """
        let attempts = try attempt(
            [
                "git init -q . && echo one >file && git add file && git -c user.name=a -c user.email=a@a commit -qm one",
                "(umask 077; echo secret >~/.secret)", "sallyport run --policy read-only -- sh -c '\(tries)'",
                "sallyport run -- sh -c '\(tries)'", "sallyport run --network -- sh -c '\(tries)'",
                "find . ! -user alice | wc -l; git status --short; ls -A ~",
            ], stage: Stage(programs: Self.programs, home: home))
        let writing = "wrote\nappended\nrenamed\ndeleted\nstatus\n1"
        #expect(attempts[2].text == "CodexSandboxOffline\nstatus\n1", "\(attempts[2])")
        #expect(attempts[3].text == "CodexSandboxOffline\n" + writing, "\(attempts[3])")
        #expect(attempts[4].text == "CodexSandboxOnline\n" + writing, "\(attempts[4])")
        #expect(attempts[5].output.hasPrefix("0\n M file\n"), "\(attempts[5])")
    }

    @Test func aWorktreeWorksAndItsRepositoryStaysAsItIs() throws {
        let attempts = try attempt([
            """
            git init -q main && cd main && echo one >f && git add f && git -c user.name=a -c user.email=a@a commit -qm one \
            && git worktree add -q ../tree && cd ../tree && sallyport run -- sh -c 'git log --oneline | wc -l; echo x >f; \
            git diff --stat | wc -l; echo evil >.git || echo kept; echo evil >../main/.git/config || echo kept' 2>/dev/null
            """,
            """
            mkdir trap && cd trap && echo "gitdir: $HOME/work/main/.git" >.git && sallyport run -- sh -c \
            'cat ../main/.git/config 2>/dev/null | head -1; echo end'
            """,
        ])
        #expect(attempts[0].text == "1\n2\nkept\nkept", "\(attempts[0])")
        #expect(attempts[1].status == 0, "\(attempts[1])")
    }

    @Test func carveOutsDenialsAndReadableRoots() throws {
        let attempts = try attempt([
            """
            mkdir -p keep/deep ~/shown ~/closed; echo 1 >keep/deep/f; echo 2 >.env; echo 3 >~/shown/f; echo 4 >~/closed/f
            sallyport run --read-only keep/deep --deny-read .env --deny-read later --readable-root ~/shown -- sh -c '
            echo x >keep/deep/f || echo 1kept; mv keep other || echo 2kept; cat .env || echo 3hidden; rm .env || echo 4kept
            mkdir later/x || echo 5kept; cat ~alice/shown/f; echo x >~alice/shown/f || echo 6kept' 2>/dev/null; ls -A; cat .env
            """,
            "sallyport run --writable-root ~/closed -- sh -c 'echo more >>~alice/closed/f && cat ~alice/closed/f'",
        ])
        #expect(attempts[0].text == "1kept\n2kept\n3hidden\n4kept\n5kept\n3\n6kept\n.env\nkeep\n2", "\(attempts[0])")
        #expect(attempts[1].text == "4\nmore", "\(attempts[1])")
    }

    @Test func whatTheOwnerClosedStaysClosedUntilHeSaysOtherwise() throws {
        let attempts = try attempt([
            "(umask 077; echo private >p; mkdir d; echo inner >d/f); sallyport run -- sh -c 'cat p d/f' 2>/dev/null",
            "sallyport run --include-private -- sh -c 'cat p d/f'",
        ])
        #expect(attempts[0].output.isEmpty && attempts[0].status != 0, "\(attempts[0])")
        #expect(attempts[1].text == "private\ninner", "\(attempts[1])")
    }

    /// Programs that write a new file with an explicit mode and rename it cut the mask of what they made.
    @Test func whatACommandMadeClosedIsTheNextCommandsToo() throws {
        let attempts = try attempt([
            "sallyport run -- sh -c 'umask 077; mktemp made.XXXXXX >/dev/null; mkdir -m 700 dir; touch dir/f'",
            "sallyport run -- sh -c 'echo more >>$(ls made.*) && cat made.* && touch dir/g && ls dir' 2>&1",
            "stat -c '%U %n' dir dir/g; cat made.* && rm -r made.* dir; getfacl -cn . | grep ^group::; ls -A",
            "echo 1 >own; chmod 600 own; sallyport run -- cat own 2>/dev/null || echo still closed",
        ])
        #expect(attempts[1].text == "more\nf\ng", "\(attempts[1])")
        #expect(attempts[2].text == "alice dir\nalice dir/g\nmore\ngroup::r-x", "\(attempts[2])")
        #expect(attempts[3].text == "still closed", "\(attempts[3])")
    }

    /// A sandbox of one workspace reaches neither the files nor the processes of another's.
    @Test func workspacesAreApart() throws {
        let attempts = try attempt([
            """
            mkdir one two; cd one; sallyport run -- sh -c 'echo $$ >pid; sleep 3' & until test -s pid; do sleep 0.02; done; cd ../two
            sallyport run -- sh -c 'echo x >../one/x || echo apart; ls -d /proc/[0-9]* | wc -l; pgrep sleep || echo alone' 2>/dev/null
            wait; ls ../one
            """
        ])
        let lines = attempts[0].output.split(separator: "\n")
        #expect(lines.first == "apart" && lines.contains("alone") && lines.last == "pid", "\(attempts[0])")
    }

    @Test func nothingSurvivesTheCommandNorItsCaller() throws {
        let attempts = try attempt([
            "sallyport run -- sh -c 'setsid sleep 4714 & setsid sleep 4714 & exit 3'; echo $?; pgrep -fc 'sleep 471[4]'",
            """
            sallyport run -- sleep 4715 & until pgrep -f '^sleep 471[5]' >/dev/null; do sleep 0.02; done; kill -KILL $!
            wait 2>/dev/null; tries=0; while pgrep -f '^sleep 471[5]' >/dev/null && [ $((tries += 1)) -lt 500 ]; do sleep 0.02; done
            pgrep -fc '^sleep 471[5]'
            """,
        ])
        #expect(attempts[0].text == "3\n0", "\(attempts[0])")
        #expect(attempts[1].text == "0", "\(attempts[1])")
    }

    @Test func aFlushedFirewallStopsEveryLaunch() throws {
        let attempts = try attempt(
            ["sallyport run -- echo ran", "sallyport run --network -- echo ran"], after: "nft flush ruleset")
        for attempt in attempts {
            #expect(attempt.status == 69 && !attempt.output.contains("ran"), "\(attempt)")
            #expect(attempt.errors.contains("firewall") && attempt.errors.contains("sudo sallyport-setup repair"))
        }
    }

    @Test func twoRunsAtOnceInOneWorkspace() throws {
        let attempts = try attempt([
            "for i in 1 2 3 4 5 6; do sallyport run -- sh -c \"echo $i >f$i; mkdir .codex/x || true\" 2>/dev/null & done; wait; ls -A | tr '\\n' ' '",
            "grep -c ^root ~/.local/state/sallyport/ledger",
        ])
        #expect(attempts[0].text == "f1 f2 f3 f4 f5 f6 ", "\(attempts[0])")
        #expect(attempts[1].text == "1", "\(attempts[1])")
    }
}
