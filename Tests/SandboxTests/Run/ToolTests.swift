import KernelStage
import Testing

/// A sandbox in which the usual tools do not work is one that nobody uses.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct ToolTests {
    @Test(arguments: Sandbox.Level.allCases) func gitReadsTheHistory(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            as alice sh -c 'echo changed >>file'
            run -- git status --short file; run -- git log --format=%s; run -- git diff --stat file | tail -1
            run -- git commit -qam "made inside"; echo $?
            """, level: level)
        #expect(
            result.standardOutput == " M file\nFirst commit\n 1 file changed, 1 insertion(+)\n128\n",
            "\(result.standardError)")
    }

    /// A repository of the command's own, as tools make them for their tests.
    @Test(arguments: Sandbox.Level.allCases) func gitWorksInARepositoryOfItsOwn(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            run -- sh -c 'git init -q -b main /tmp/own && cd /tmp/own && git config user.name a && git config user.email a@example.org &&
                echo a >a && git add a && git commit -qm one && git checkout -qb side && echo b >>a && git commit -qam two &&
                git rebase -q main && git worktree add -q ../tree main && git gc -q && git log --format=%s'
            """, level: level)
        #expect(result.standardOutput == "two\none\n", "\(result.standardError)")
    }

    @Test(
        .enabled(if: Tool.isRequired(Tool.isInstalled("python3")), "not run: python3 is not installed"),
        arguments: Sandbox.Level.allCases)
    func pythonWorks(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            cat >/home/alice/plain/program.py <<'PYTHON'
            import asyncio, multiprocessing, sqlite3, subprocess, tempfile
            if __name__ == "__main__":
                with multiprocessing.Pool(2) as pool: print(pool.map(abs, [-1, -2]))
                with sqlite3.connect("data.db") as data: data.execute("create table t (a)")
                with tempfile.TemporaryDirectory() as directory: open(directory + "/file", "w").write("x")
                print(subprocess.check_output(["echo", "child"], text=True), end="")
                asyncio.run(asyncio.sleep(0)); open("result", "w").write("done")
            PYTHON
            run -- python3 program.py; cat result
            """, level: level)
        #expect(result.standardOutput == "[1, 2]\nchild\ndone", "\(result.standardError)")
    }

    @Test(
        .enabled(if: Tool.isRequired(Tool.isInstalled("gcc")), "not run: gcc is not installed"),
        arguments: Sandbox.Level.allCases)
    func compilersAndMakeWork(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            as alice sh -c 'echo "int a(void) { return 40; }" >a.c; echo "int a(void); int main(void) { return a() + 2; }" >main.c
                printf "all: program\\nlib.a: a.o\\n\\tar rc \\$@ \\$^\\nprogram: main.o lib.a\\n\\t\\$(CC) -o \\$@ \\$^\\n" >Makefile'
            run -- make -s -j2; run -- ./program; echo $?
            """, level: level)
        #expect(result.standardOutput == "42\n", "\(result.standardError)")
    }

    @Test(
        .enabled(if: Tool.isRequired(Tool.isInstalled("node")), "not run: node is not installed"),
        arguments: Sandbox.Level.allCases)
    func nodeWorks(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            run -- node -e 'const { Worker } = require("worker_threads"); require("fs").writeFileSync("made", "x")
                new Worker("console.log(require(\\"child_process\\").execSync(\\"echo child\\").toString().trim())", { eval: true })'
            """, level: level)
        #expect(result.standardOutput == "child\n", "\(result.standardError)")
    }

    @Test(
        .enabled(if: Tool.isRequired(Tool.rust != nil), "not run: cargo is not installed"),
        arguments: Sandbox.Level.allCases)
    func cargoWorks(_ level: Sandbox.Level) throws {
        let rust = try #require(Tool.rust)
        let result = try Sandbox.script(
            """
            export_path='env CARGO_HOME=/tmp/cargo PATH=/usr/local/rust/bin:/usr/bin:/bin'
            run -- $export_path cargo new -q --vcs none hello 2>/dev/null; cd hello
            run -- $export_path cargo run -q --offline
            """, level: level, trees: rust.hasPrefix("/usr") ? [:] : ["/usr/local/rust": rust])
        #expect(result.standardOutput == "Hello, world!\n", "\(result.standardError)")
    }

    /// A stopped job, told by the shell inside that a terminal outside controls.
    @Test(arguments: Sandbox.Level.allCases) func shellsHaveJobControl(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            seen=/home/alice/typescript
            type_in() {
                await grep -q '[$] ' $seen; printf 'sleep 4805\\n'
                await pgrep -f '^sleep 4805'; sleep 0.3; printf '\\x1a'
                await grep -q Stopped $seen; printf 'kill %%1; exit 7\\n'
                await grep -q 'exit 7' $seen; sleep 0.3; printf 'exit 7\\n'
                gone() { ! pgrep -f '^script -qefc' >/dev/null; }; await gone
            }
            type_in | as alice script -qefc "sallyport run \(level == .elevated ? "" : "--level unelevated") -- bash --norc -i; echo status \\$?" $seen
            """, level: level)
        #expect(result.standardOutput.contains("Stopped"), "\(result.standardOutput)\(result.standardError)")
        #expect(result.standardOutput.contains("status 7"))
    }

    /// Scripts write to the streams by their names.
    @Test(arguments: Sandbox.Level.allCases) func streamsOpenByName(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            cat >/run/inside <<'INSIDE'
            sallyport run $1 -- sh -c 'echo out >/dev/stdout; echo error >/dev/stderr' 2>&1 | cat
            INSIDE
            as alice bash /run/inside \(level == .elevated ? "" : "'--level unelevated'")
            """, level: level)
        #expect(result.standardOutput == "out\nerror\n", "\(result.standardError)")
    }
}
