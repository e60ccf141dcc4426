import KernelStage
import Testing

/// What `--deny-read` hides stays hidden, whatever the command does with its name, its neighbours and the directories above.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct DeniedPathTests {
    /// The attempts, and what to read after each; `{}` is the workspace.
    static let attempts = [
        "cat {}/a/b/secret", "mv {}/a/b/secret {}/out; cat {}/out {}/a/b/secret", "mv {}/a/b {}/out; cat {}/out/secret",
        "mv {}/a {}/out; cat {}/out/b/secret", "mkdir {}/n; mv -T {}/n {}/a/b; cat {}/a/b/secret",
        "ln {}/a/b/secret {}/out; cat {}/out", "cp -al {}/a/b {}/out; cat {}/out/secret",
        "rm -f {}/a/b/secret; cat {}/a/b/secret", "chmod 644 {}/a/b/secret; cat {}/a/b/secret",
        "sallyport-probe exchange {}/file {}/a/b/secret; cat {}/file",
        "sallyport-probe exchange {}/dir {}/a; cat {}/dir/b/secret",
        "cat /proc/self/root{}/a/b/secret", "cat /proc/1/root{}/a/b/secret", "tar cf - {}/a | grep -a hidden",
        "sallyport-probe unmount {}/a/b/secret; cat {}/a/b/secret",
        "sallyport-probe open-by-handle {}/a/b; cat {}/a/b/secret", "ls {}/shut/; cat {}/shut/inner",
        "mv {}/shut {}/out; cat {}/out/inner", "echo made >{}/later", "mkdir {}/later/x", "mv {}/file {}/later",
        "rmdir {}/later && echo hidden",
    ]

    @Test(arguments: Sandbox.Level.allCases) func noNameLeadsToIt(_ level: Sandbox.Level) throws {
        let options = ["a/b/secret", "shut", "later"].map { "--deny-read \($0)" }.joined(separator: " ")
        let lines = Self.attempts.map { attempt in
            let command = attempt.replacing("{}", with: "/home/alice/plain")
            return "run \(options) -- sh -c '\(command)' 2>/dev/null"
        }
        let result = try Sandbox.script(
            """
            as alice sh -c 'mkdir -p a/b shut; echo hidden >a/b/secret; echo hidden >shut/inner'
            run -- cat a/b/secret shut/inner
            find . -path ./.git -prune -o -print | sort >/run/before
            echo attempts
            \(lines.joined(separator: "\n"))
            echo end
            cat a/b/secret shut/inner
            rm -rf n out; find . -path ./.git -prune -o -print | sort | diff /run/before - && echo same
            """, level: level)
        let parts = result.standardOutput.split(separator: "attempts\n", maxSplits: 1)
        #expect(parts.first == "hidden\nhidden\n", "the control: \(result.standardOutput)\(result.standardError)")
        let (attempts, after) = (parts.last ?? "").split(separator: "end\n").reduce(into: ("", "")) { result, part in
            result = (result.1, String(part))
        }
        #expect(!attempts.contains("hidden"), "\(attempts)")
        #expect(after == "hidden\nhidden\nsame\n", "\(result.standardOutput)")
    }

    /// Moving what encloses it does not uncover it for the next command.
    @Test(arguments: Sandbox.Level.allCases) func theNextCommandFindsItHiddenToo(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            as alice sh -c 'mkdir -p a/b; echo hidden >a/b/secret'
            run --deny-read a/b/secret -- sh -c 'mv a/b a/c; mv a c; mkdir -p a/b; ln -s ../../c/b/secret a/b/secret' 2>/dev/null
            run --deny-read a/b/secret -- sh -c 'cat a/b/secret c/b/secret a/c/secret' 2>/dev/null
            run -- cat a/b/secret
            """, level: level)
        #expect(result.standardOutput == "hidden\n", "only the control: \(result.standardOutput)")
    }
}
