import KernelStage
import Testing

/// The pointers by which a working tree leads to its repository, written by an earlier command in an enclosing root.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct RepositoryPointerTests {
    @Test func aForgedPointerOpensNoClosedDirectory() throws {
        let result = try Sandbox.script(
            """
            run -- sh -c 'mkdir sub forged; echo "gitdir: ../forged" >sub/.git; echo ../sub/.git >forged/gitdir
                echo ../../.ssh >forged/commondir' 2>/dev/null
            cd sub
            run -- sh -c 'ls /home/alice/.ssh; echo "listed: $?"' 2>/dev/null
            echo "mode: $(stat -c %a /home/alice/.ssh)"
            cd /home/alice/worktree
            run -- git log --format=%s
            """)
        #expect(result.standardOutput == "listed: 2\nmode: 700\nFirst commit\n", "\(result.standardError)")
    }
}
