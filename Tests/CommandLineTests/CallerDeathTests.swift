import KernelStage
import Testing

/// Whoever started a command is killed at every moment of the launch; nothing of it may stay behind.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct CallerDeathTests {
    private static let programs = ["sallyport", "sallyport-command-runner", "sallyport-setup"]

    /// Kills launches at moments that are spread over a whole one, and waits until nothing is left.
    private static let kills = """
        import os, subprocess, sys, time
        level, victim, count = sys.argv[1], sys.argv[2], int(sys.argv[3])

        def start(*command):
            return subprocess.Popen(["sallyport", "run", "--level", level, "--", *command], stderr=subprocess.DEVNULL)

        # What has ended has no command line, even before its parent has asked for it.
        def found():
            lines = []
            for name in filter(str.isdigit, os.listdir("/proc")):
                try:
                    words = open(f"/proc/{name}/cmdline", "rb").read().split(b"\\0")
                except OSError:
                    continue
                if words[0].startswith(b"sallyport") or words[:2] == [b"sleep", b"4716"]:
                    lines.append(b" ".join(words).decode())
            return lines

        def wait_until(holds):
            limit = time.monotonic() + 30
            while not holds() and time.monotonic() < limit: time.sleep(0.02)
            return holds()

        def child_of(process):
            try:
                words = open(f"/proc/{process.pid}/task/{process.pid}/children").read().split()
            except OSError:
                return None
            return int(words[0]) if words else None

        def kill(process, delay):
            chosen = process.pid
            while victim == "runner" and process.poll() is None:
                if runner := child_of(process):
                    chosen = runner
                    break
            time.sleep(delay)
            try:
                os.kill(chosen, 9)
            except ProcessLookupError:
                pass
            process.wait()

        def duration():
            begin = time.monotonic()
            assert start("true").wait() == 0
            return time.monotonic() - begin

        whole = sorted(duration() for _ in range(7))[3]
        process = start("sleep", "4716")
        print("running:", wait_until(lambda: any(line.startswith("sleep 4716") for line in found())))
        kill(process, 0)
        for index in range(count): kill(start("sleep", "4716"), whole * index / count)
        wait_until(lambda: not found())
        print("left:", found())
        """

    @Test(arguments: ["elevated", "unelevated"], ["caller", "runner"])
    func nothingStaysBehind(level: String, victim: String) throws {
        let preparation = """
            sallyport-setup install --for-user alice >/dev/null || exit 9
            cat >/run/kills.py <<'PYTHON'
            \(Self.kills)
            PYTHON
            """
        let attempts = try Stage(programs: Self.programs).attempt(
            ["python3 /run/kills.py \(level) \(victim) 300"], after: preparation)
        #expect(attempts[0].text == "running: True\nleft: []", "\(attempts[0])")
    }
}
