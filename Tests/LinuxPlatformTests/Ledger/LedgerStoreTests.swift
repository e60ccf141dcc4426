import KernelStage
import LinuxPlatform
import SandboxModel
import Testing

/// The file itself, on a stage.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)")) struct LedgerStoreTests {
    private static func run(_ script: String) throws -> [String] {
        let prelude = """
            set -e
            ledger=/home/alice/.local/state/sallyport/ledger
            assign() { as alice grant-tool assign /home/alice 65536 "$@"; }
            try() { if "$@" >/run/out 2>&1; then echo "ok $(tail -1 /run/out)"; else tail -1 /run/out; fi; }

            """
        let result = try Stage(programs: ["grant-tool"]).run(prelude + script)
        #expect(result.status == 0, "\(result.standardOutput)\(result.standardError)")
        return result.lines.map(String.init).filter { !$0.isEmpty }
    }

    @Test func isMadeClosedAndKept() throws {
        let lines = try Self.run(
            """
            try assign 512 /home/alice/a; try assign 512 /home/alice/b; try assign 512 /home/alice/a
            cd /home/alice; stat -c '%a %U %n' .local/state/sallyport .local/state/sallyport/*
            cut -d' ' -f1,2,4 $ledger
            """)
        #expect(
            lines == [
                "ok 65536", "ok 65537", "ok 65536", "700 alice .local/state/sallyport",
                "600 alice .local/state/sallyport/ledger", "600 alice .local/state/sallyport/ledger.lock",
                "sallyport-ledger 1", "root 65536 /home/alice/a", "root 65537 /home/alice/b", "end",
            ])
    }

    @Test func simultaneousAssignmentsAllCount() throws {
        let lines = try Self.run(
            """
            for n in {1..24}; do assign 512 /home/alice/r$n /home/alice/s$n >/run/out.$n & done; wait
            cat /run/out.* | sort -u | wc -l; grep -c ^root $ledger
            cut -d' ' -f3 $ledger | grep S-1-5-21 | sort -u | wc -l
            """)
        #expect(lines == ["48", "48", "48"])
    }

    @Test func corruptFileIsNamedAndNeverOverwritten() throws {
        let lines = try Self.run(
            """
            assign 512 /home/alice/a >/dev/null
            sed -i 's/^root 65536/root 65x36/' $ledger; cp $ledger /run/corrupt
            try assign 512 /home/alice/b
            cmp $ledger /run/corrupt && echo kept
            """)
        #expect(lines.count == 2 && lines.last == "kept", "\(lines)")
        #expect(lines[0].contains("/home/alice/.local/state/sallyport/ledger: line 2, byte 24: not a group id"))
        #expect(lines[0].contains("move the file away"))
    }

    @Test func fullDiskLeavesTheFormerContent() throws {
        let lines = try Self.run(
            """
            as alice mkdir -p /home/alice/.local
            mount -t tmpfs -o size=64k,mode=755,uid=5001,gid=5001 tmpfs /home/alice/.local
            assign 512 /home/alice/a >/dev/null; cp $ledger /run/former
            as alice sh -c 'cat /dev/zero >/home/alice/.local/fill' 2>/dev/null || true
            try assign 512 /home/alice/b
            cmp $ledger /run/former && echo intact
            ls /home/alice/.local/state/sallyport
            rm /home/alice/.local/fill; try assign 512 /home/alice/b
            """)
        #expect(lines.count == 5, "\(lines)")
        #expect(lines[0].contains("full") && lines[0].contains("free some space"))
        #expect(lines.dropFirst() == ["intact", "ledger", "ledger.lock", "ok 65537"])
    }

    @Test(arguments: [
        "ln -s /etc/passwd ledger", "touch ledger; chmod 666 ledger", "mkdir ledger", "chmod 777 .",
        "chown bob .; chmod 755 .", "touch ledger.lock; chown bob ledger.lock; chmod 644 ledger.lock",
        "echo x >/home/alice/target; chown alice /home/alice/target; ln -s /home/alice/target ledger.new",
    ]) func whatOthersCouldHavePutThereIsRefused(_ trick: String) throws {
        let lines = try Self.run(
            """
            as alice mkdir -p /home/alice/.local/state; as alice mkdir -m 700 /home/alice/.local/state/sallyport
            cd /home/alice/.local/state/sallyport; \(trick); chown -h alice ledger ledger.new 2>/dev/null || true
            cd /; try assign 512 /home/alice/b; cat /home/alice/target 2>/dev/null || true
            """)
        #expect(lines.first?.contains("cannot ") == true && !lines.contains { $0.hasPrefix("ok") }, "\(lines)")
        #expect(lines.count == 1 || lines[1] == "x")
    }

    @Test func exhaustedBlockNamesTheRemedy() throws {
        let lines = try Self.run("try assign 3 /a /b /c; grep -c ^root $ledger")
        #expect(lines[0].contains("sallyport revoke") && lines[1] == "2")
    }

    @Test func rootHasNoLedger() {
        let error = #expect(throws: LedgerError.self) { _ = try LedgerStore.ofCurrentUser() }
        #expect(error?.code == .runningAsRoot)
    }
}
