import KernelStage
import Testing

/// A working tree below the root may have its repository elsewhere in the root, under a name that tells nothing.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct NestedPointerTests {
    /// How the owner makes the working tree `tree` with its repository in `store`.
    static let layouts = [
        "git init -q --separate-git-dir=$PWD/store tree",
        "git init -q tree; mv tree/.git store; ln -s ../store tree/.git",
        "git init -q tree; mv tree/.git store; ln -s store way; echo gitdir: ../way >tree/.git",
        "git init -q --bare store; mkdir tree; git -C store -c core.bare=false worktree add -q --orphan ../tree 2>/dev/null ||"
            + " { mkdir -p store/worktrees/tree; cd store/worktrees/tree; echo ../.. >commondir; cp ../../HEAD .;"
            + " echo /home/alice/bare/tree/.git >gitdir; echo gitdir: $PWD >/home/alice/bare/tree/.git; }",
    ]

    /// What a command leaves behind must not close anything to the next one.
    @Test func aNameThatACommandMadeClosesNothing() throws {
        let result = try Sandbox.script(
            """
            run -- sh -c 'mkdir way; ln -s ../dir way/.codex; git init -q --bare dir; echo gitdir: ../dir >way/.git' 2>/dev/null
            stat -c %U way/.codex way/.git; run -- sh -c 'echo x >>dir/inner && echo changed'
            """)
        #expect(
            result.standardOutput == "CodexSandboxOffline\nCodexSandboxOffline\nchanged\n",
            "\(result.standardOutput)\(result.standardError)")
    }

    @Test(arguments: layouts, Sandbox.Level.allCases)
    func theRepositoryStaysAsItIs(_ layout: String, _ level: Sandbox.Level) throws {
        let attempt = """
            printf "[core]\\n\\tfsmonitor = touch /tmp/obeyed; false\\n\\tbare = false\\n" >/tmp/config
            cat /tmp/config >>store/config; mv store away && cp -r away store && cat /tmp/config >>store/config
            mv way other && cp -r store forged && cat /tmp/config >>forged/config && ln -s forged way
            """
        let result = try Sandbox.script(
            """
            cd /home/alice/bare; rm -rf .codex .agents
            as alice bash -c '\(layout)'
            as alice git -C tree config core.filemode true || echo "no working tree"
            run -- sh -c '\(attempt)'
            as alice git -C tree status >/dev/null 2>&1; ls /tmp/obeyed 2>/dev/null
            as alice sh -c '\(attempt)' 2>/dev/null
            as alice git -C tree status >/dev/null 2>&1; ls /tmp/obeyed
            """, level: level)
        #expect(result.standardOutput == "/tmp/obeyed\n", "\(result.standardOutput)\(result.standardError)")
    }
}
