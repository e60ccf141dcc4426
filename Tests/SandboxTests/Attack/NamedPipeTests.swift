import KernelStage
import Testing

/// A pipe in the file system takes writes on a read-only mount: what one of the user's programs reads from it must not come from the command.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct NamedPipeTests {
    @Test(arguments: Sandbox.Level.allCases) func theCommandWritesNoneOfTheHome(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            as alice mkfifo -m 666 /home/alice/fifo
            as alice cat /home/alice/fifo &
            reader=$!
            for redirection in '>' '>>' '1<>'; do
                run -- sh -c "echo evil $redirection/home/alice/fifo" 2>/dev/null && echo "written: $redirection"
            done
            as alice sh -c 'echo control >/home/alice/fifo'
            wait $reader
            """, level: level)
        #expect(result.standardOutput == "control\n", "\(result.standardError)")
    }
}
