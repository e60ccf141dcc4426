import KernelStage
import Testing

/// A command may lock whatever it can open; the user's other runs go on all the same.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct LockTests {
    /// Locks directories and keeps the locks; of a workspace, a run holds one itself.
    static let locking = """
        import fcntl, os, sys, time
        for name in sys.argv[1:]:
            directory = os.open(name, os.O_RDONLY)
            fcntl.flock(directory, fcntl.LOCK_SH if name == "." else fcntl.LOCK_EX)
        print("locked", flush=True)
        time.sleep(600)
        """

    @Test(arguments: Sandbox.Level.allCases) func aCommandsLocksStopNoOtherRun(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            for directory in plain bare; do
                cd /home/alice/$directory; rm -f /run/locked
                echo '\(Self.locking)' | run -- python3 - . .git .codex .agents >/run/locked &
                runner=$!
                await grep -q locked /run/locked
                SECONDS=0; run -- echo ran; [ $SECONDS -lt 3 ] && echo "in time"
                pkill -KILL -f '^python3 - [.]'; wait $runner
                run -- true; ls -Ad .codex 2>/dev/null
            done
            """, level: level)
        #expect(result.standardOutput == "ran\nin time\n.codex\nran\nin time\n", "\(result.standardError)")
    }

    /// Another local user who may read the workspace can lock its directories.
    @Test(arguments: Sandbox.Level.allCases) func anotherUsersLocksStopNoRun(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            install -d -o alice -m 755 /srv/open /srv/open/.git && cd /srv/open
            echo '\(Self.locking)' | as bob python3 - . .git >/run/locked &
            await grep -q locked /run/locked
            SECONDS=0; run -- echo ran; [ $SECONDS -lt 3 ] && echo "in time"; ls -A
            pkill -KILL -f '^python3 - [.]'
            """, level: level)
        #expect(result.standardOutput == "ran\nin time\n.git\n", "\(result.standardError)")
    }
}
