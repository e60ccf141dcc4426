import Foundation
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

    /// What a dry run says is what a launch then protects.
    @Test(arguments: ["elevated", "unelevated"]) func dryRunsListNestedRepositories(_ level: String) throws {
        let stage = Stage(programs: ["sallyport", "sallyport-command-runner", "sallyport-setup"])
        let run = "sallyport run --level \(level) --writable-root open/.git"
        let attempts = try stage.attempt(
            [
                "git init -q; mkdir -p deep/down/.codex open/.git; git init -q deep; git init -q --bare bare",
                "\(run) --dry-run -- true", "\(run) --dry-run --json -- true",
                """
                \(run) -- sh -c '
                for path in .git deep/.git deep/down/.codex open/.git bare; do touch $path/x && echo $path; done
                for path in deep/down deep open; do mv $path other || echo $path; done' 2>/dev/null
                """,
                "mkdir many; cd many; for name in $(seq 600); do mkdir -p $name/.git; done; "
                    + "sallyport run --level \(level) --dry-run -- true 2>&1",
            ], after: "sallyport-setup install --for-user alice >/dev/null || exit 9")
        let nested = ["deep/.git", "deep/down/.codex"].map { "/home/alice/work/\($0)" }
        let anchors = ["open", "deep", "deep/down"].map { "/home/alice/work/\($0)" }
        let lines = attempts[1].output.split(separator: "\n").map(String.init)
        #expect(lines.filter { $0.hasSuffix(" (nested)") } == nested.map { "protected: \($0) (nested)" })
        #expect(lines.filter { $0.hasPrefix("not to be ren") } == anchors.map { "not to be renamed: \($0)" })
        let json = try JSONSerialization.jsonObject(with: Data(attempts[2].output.utf8)) as? [String: Any]
        #expect(json?["nestedProtectedPaths"] as? [String] == nested, "\(attempts[2])")
        #expect(json?["anchors"] as? [String] == anchors, "\(attempts[2])")
        #expect(attempts[3].text == "open/.git\nbare\ndeep/down\ndeep\nopen", "\(attempts[3])")
        #expect(attempts[4].output.contains(" nested repositories, such as "), "\(attempts[4])")
    }

    /// What cannot be said plainly, has no telling name, is closed, or lies deeper than is looked is pointed out all the same.
    @Test(arguments: ["elevated", "unelevated"]) func whatHidesIsPointedOutToo(_ level: String) throws {
        let stage = Stage(programs: ["sallyport", "sallyport-command-runner", "sallyport-setup"])
        let deep = String(repeating: "d/", count: 140)
        let attempts = try stage.attempt(
            [
                "git init -q --bare known; sallyport run --level \(level) -- mkdir -p $'line\\nfeed/.git' $'\\xff/.codex' 2>&1",
                "sallyport run --level \(level) -- sh -c 'mkdir bare; cd bare; mkdir objects refs; echo ref: x >HEAD' 2>&1",
                "sallyport run --level \(level) -- mkdir -p \(deep).git 2>&1",
                "sallyport run --level \(level) -- sh -c 'mkdir plain; touch plain/HEAD' 2>&1",
                "sallyport run --level \(level) -- sh -c 'mkdir -p shut/.git; chmod 0 shut' 2>&1",
                "sallyport run --level \(level) -- mkdir -p $'erasing\\xc2\\x9b2K/.git' 2>&1",
                "mkdir -p $'odd\\xc2\\x9b2K'; cd $'odd\\xc2\\x9b2K'; sallyport run --level \(level) --dry-run -- true",
            ], after: "sallyport-setup install --for-user alice >/dev/null || exit 9")
        #expect(attempts[0].output.contains("made '/home/alice/work/line\\nfeed/.git'"), "\(attempts[0])")
        #expect(attempts[0].output.contains("made '/home/alice/work/\\xff/.codex'"), "\(attempts[0])")
        #expect(!attempts[0].output.contains("known"), "\(attempts[0])")
        #expect(attempts[1].output.contains("made '/home/alice/work/bare'"), "\(attempts[1])")
        #expect(attempts[2].output.contains("made '/home/alice/work/d/d/"), "\(attempts[2])")
        #expect(attempts[3].text == "", "\(attempts[3])")
        // The runner opens to the caller what the command closed, where it belongs to the account.
        #expect(attempts[4].output.contains("made '/home/alice/work/shut"), "\(attempts[4])")
        #expect(attempts[5].output.contains("made '/home/alice/work/erasing\\xc2\\x9b2K/.git'"), "\(attempts[5])")
        #expect(attempts[6].output.contains("writable: /home/alice/work/odd\\xc2\\x9b2K\n"), "\(attempts[6])")
    }
}
