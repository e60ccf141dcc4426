import KernelStage
import Testing

/// Repositories below the roots' own: those that are there stay as they are, those that appear are pointed out.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct NestedRepositoryTests {
    @Test(arguments: ["elevated", "unelevated"])
    func nestedRepositoriesAreProtectedAndNewOnesPointedOut(_ level: String) throws {
        let stage = Stage(programs: ["sallyport", "sallyport-command-runner", "sallyport-setup"])
        let attempts = try stage.attempt(
            [
                "mkdir -p deep/down lib; git init -q deep/down; git init -q deep/bare --bare; echo 1 >deep/down/.git/hooks/x",
                """
                sallyport run --level \(level) -- sh -c '
                echo evil >deep/down/.git/config || echo 1kept; mv deep/down/.git deep/other || echo 2kept
                rm -rf deep/down/.git; mv -T lib deep/down/.git || echo 3kept; cat deep/down/.git/hooks/x' 2>/dev/null
                """,
                "sallyport run --level \(level) -- sh -c 'mkdir -p new/one; mv lib new/one/.git' 2>&1",
                "sallyport run --level \(level) -- true 2>&1",
            ], after: "sallyport-setup install --for-user alice >/dev/null || exit 9")
        #expect(attempts[1].text == "1kept\n2kept\n3kept\n1", "\(attempts[1])")
        #expect(attempts[2].output.contains("the command made '/home/alice/work/new/one/.git'"), "\(attempts[2])")
        #expect(attempts[3].text == "", "\(attempts[3])")
    }
}
