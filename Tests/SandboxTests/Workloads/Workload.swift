import Testing

/// What developers do, as a script that behaves alike with and without a sandbox.
struct Workload: CustomTestStringConvertible, Sendable {
    let name: String
    /// A Bash script that starts in an empty directory of alice's with a repository.
    let script: String
    /// Places of the machine that it needs to see.
    let trees: [String: String]

    init(_ name: String, trees: [String: String] = [:], _ script: String) {
        self.name = name
        self.trees = trees
        self.script = script
    }

    var testDescription: String { name }

    /// The workloads that this machine has the tools for.
    static var all: [Workload] { [git, gitWorktree, python, extensionModule, node] + (cargo.map { [$0] } ?? []) }

    private static let identity =
        "export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b\n"

    /// A clone starts a second git, which does not see what the environment says is safe; the command says it itself, as git asks.
    static let git = Workload(
        "git clone, commit, rebase",
        identity + """
            git config --global --add safe.directory '*'
            git clone -q --no-local /home/alice/plain copy && cd copy
            git checkout -q -b side && echo side >side && git add side && git commit -q -m side
            git checkout -q main && echo main >main && git add main && git commit -q -m main
            git checkout -q side && git rebase -q main && git log --format=%s && git status --short
            """)

    static let gitWorktree = Workload(
        "git worktree",
        identity + """
            git init -q -b main own && cd own && echo one >one && git add one && git commit -q -m one
            git worktree add -q ../tree -b other 2>&1 && cd ../tree && echo two >two && git add two && git commit -q -m two
            git -C ../own merge -q other && git -C ../own log --format=%s && git worktree list | wc -l
            """)

    /// A virtual environment, a wheel out of a local file, and its tests.
    static let python = Workload(
        "venv, pip install of a local wheel, pytest",
        """
        export PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
        /usr/bin/python3 - <<'PYTHON'
        import zipfile
        files = {"greet/__init__.py": "def hello(name): return f'hello {name}'\\n",
                 "greet-1.0.dist-info/METADATA": "Metadata-Version: 2.1\\nName: greet\\nVersion: 1.0\\n",
                 "greet-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\\nGenerator: hand\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"}
        files["greet-1.0.dist-info/RECORD"] = "".join(f"{name},,\\n" for name in files)
        with zipfile.ZipFile("greet-1.0-py3-none-any.whl", "w") as wheel:
            for name, text in files.items(): wheel.writestr(zipfile.ZipInfo(name), text)
        PYTHON
        /usr/bin/python3 -m venv --system-site-packages environment
        environment/bin/pip install -q --no-index ./greet-1.0-py3-none-any.whl
        printf 'import greet\\ndef test_hello(tmp_path):\\n    (tmp_path / "x").write_text("y")\\n    assert greet.hello("you") == "hello you"\\n' >test_greet.py
        environment/bin/python -m pytest -q -p no:cacheprovider 2>&1 | sed 's/ in .*//'
        environment/bin/python -c 'import greet; print(greet.hello("there"))'
        rm -rf environment
        """)

    /// A distribution as perl makes them: a generated build of C, its tests.
    static let extensionModule = Workload(
        "gcc and make of an extension module",
        """
        h2xs -A -n Demo >/dev/null 2>&1 && cd Demo
        printf 'int\\nanswer()\\nCODE:\\n    RETVAL = 42;\\nOUTPUT:\\n    RETVAL\\n' >>Demo.xs
        printf 'use Test::More tests => 2; use_ok("Demo"); is(Demo::answer(), 42);\\n' >t/Demo.t
        perl Makefile.PL >/dev/null && make -s -j2 >/dev/null 2>&1 && make -s test 2>&1 | grep -E '^(ok|Result|All)'
        make -s realclean >/dev/null 2>&1; find . -type f | sort; cd .. && rm -rf Demo
        """)

    static let node = Workload(
        "node and its test runner",
        """
        mkdir -p node_modules/greet && echo 'exports.hello = (name) => "hello " + name' >node_modules/greet/index.js
        echo 'const test = require("node:test"), assert = require("node:assert")
        test("greets", () => assert.equal(require("greet").hello("you"), "hello you"))' >greet.test.js
        node --test --test-reporter=tap 2>&1 | grep -E '^# (pass|fail)|^ok'
        node -e 'require("fs").writeFileSync("out.json", JSON.stringify({ cpus: 1 })); console.log(require("greet").hello("there"))'
        """)

    /// With the machine's own tool chain, wherever it lies.
    static var cargo: Workload? {
        guard let rust = Tool.rust else { return nil }
        let home = rust.hasPrefix("/usr") ? rust : "/usr/local/rust"
        return Workload(
            "cargo new, test, run", trees: rust.hasPrefix("/usr") ? [:] : [home: rust],
            """
            export CARGO_HOME=/tmp/cargo PATH=\(home)/bin:/usr/bin:/bin
            cargo new -q --vcs none --lib greet 2>/dev/null && cd greet && mkdir examples
            echo 'fn main() { println!("{}", greet::add(40, 2)) }' >examples/sum.rs
            cargo test -q --offline 2>/dev/null | grep -E '^test result' | sed 's/; finished.*//' | head -1
            cargo run -q --offline --example sum; rm -rf target Cargo.lock
            """)
    }
}
