import KernelStage
import Testing

/// A pipe that the command is given belongs to others as well: what they wrote into its standard output, and will read from
/// its standard input.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct StandardPipeTests {
    /// Opens both again, in the other direction; says what came of it on the standard error.
    static let attempt = """
        import os, sys
        def attempt(name, action):
            try: sys.stderr.write(f"{name}: {action().decode().strip()}\\n")
            except OSError as error: sys.stderr.write(f"{name}: {os.strerror(error.errno)}\\n")
        attempt("output", lambda: os.read(os.open("/proc/self/fd/1", os.O_RDONLY | os.O_NONBLOCK), 100))
        attempt("input", lambda: str(os.write(os.open("/proc/self/fd/0", os.O_WRONLY | os.O_NONBLOCK), b"forged\\n")).encode())
        """

    @Test func theOtherDirectionIsClosed() throws {
        let result = try Sandbox.script(
            """
            cat >attempt.py <<'ATTEMPT'
            \(Self.attempt)
            ATTEMPT
            cat >/run/inside <<'INSIDE'
            exec < <(:); rm -f /tmp/over
            { echo secret; "$@" python3 attempt.py; touch /tmp/over; } |
                { until [ -e /tmp/over ]; do sleep 0.05; done; cat >/dev/null; }
            read -t 0.2 -r line; echo "next line: $line"
            INSIDE
            as alice bash /run/inside sallyport run -- 2>&1
            as alice bash /run/inside env 2>&1
            """)
        #expect(
            result.lines == [
                "output: Permission denied", "input: Permission denied", "next line: ",
                "output: secret", "input: 7", "next line: forged", "",
            ], "\(result.standardOutput)\(result.standardError)")
    }
}
