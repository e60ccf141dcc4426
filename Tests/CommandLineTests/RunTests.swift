import Foundation
import KernelStage
import Testing

/// What a caller sees of a command that ran at the level without setup.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct RunTests {
    private let stage = Stage(programs: ["sallyport", "sallyport-command-runner"])

    @Test func theExitCodeIsTheCommands() throws {
        let codes: [Int32] = [0, 1, 2, 64, 70, 125, 126, 127, 128, 192, 255]
        let attempts = try stage.attempt(codes.map { "sallyport run --level unelevated -- sh -c 'exit \($0)'" })
        #expect(attempts.map(\.status) == codes)
        #expect(attempts.map(\.errors).allSatisfy { $0 == "\n" || $0.isEmpty })
    }

    @Test func theSignalIsTheCommands() throws {
        let signals: [Int32] = [SIGHUP, SIGINT, SIGABRT, SIGKILL, SIGSEGV, SIGTERM, SIGUSR1]
        let attempts = try stage.attempt(
            signals.map { "sallyport run --level unelevated -- sh -c 'kill -\($0) $$'" }
                + [
                    "python3 -c 'import os,signal; "
                        + "s=os.system(\"sallyport run --level unelevated -- sh -c \\\"kill -15 \\\\$\\\\$\\\"\"); print(s)'"
                ])
        #expect(attempts.dropLast().map(\.status) == signals.map { 128 + $0 })
    }

    @Test func theTimeLimitGives192AndEndsTheTree() throws {
        let attempts = try stage.attempt([
            "sallyport run --level unelevated --timeout 0.2 -- sh -c 'setsid sleep 4713 & sleep 4713'",
            "sallyport run --level unelevated --timeout 20 -- echo in time", "pgrep -f 'sleep 471[3]'",
        ])
        #expect(attempts.map(\.status) == [192, 0, 1])
    }

    @Test func missingCommandsAreToldAsShellsDo() throws {
        let attempts = try stage.attempt([
            "sallyport run --level unelevated -- no-such-command", "sallyport run --level unelevated -- /etc/passwd",
            "sallyport run --level unelevated -- /none/x",
        ])
        #expect(attempts.map(\.status) == [127, 126, 127])
        #expect(attempts[0].errors.contains("no-such-command"))
    }

    @Test func argumentsAndVariablesAreBytes() throws {
        let attempts = try stage.attempt([
            "sallyport run --level unelevated -- printf %s $'\\xff\\xfe\\n--\\x01' | od -An -tx1",
            "V=$'\\xff\\x80' sallyport run --level unelevated -- printenv V | od -An -tx1",
            "sallyport run --level unelevated -- printf '%s|' -- --policy '' 'a b'",
        ])
        #expect(attempts[0].output.hasPrefix(" ff fe 0a 2d 2d 01\n"))
        #expect(attempts[1].output.hasPrefix(" ff 80 0a\n"))
        #expect(attempts[2].output.hasPrefix("--|--policy||a b|"))
    }

    @Test func descriptorsPassThrough() throws {
        let attempts = try stage.attempt([
            "printf abc | sallyport run --level unelevated -- cat",
            "sallyport run --level unelevated -- sh -c 'echo out; echo err >&2'",
            "exec 7<~/work; sallyport run --level unelevated -- sh -c 'ls /proc/self/fd | tr \"\\n\" \" \"'",
            "yes | sallyport run --level unelevated -- head -c 1000000 | wc -c",
        ])
        #expect(attempts[0].output == "abc")
        #expect(attempts[1].output == "out\n" && attempts[1].errors.hasPrefix("err\n"))
        #expect(attempts[2].output.hasPrefix("0 1 2 3 "))
        #expect(attempts[3].output.hasPrefix("1000000\n"))
    }

    /// Guards are there during a run and gone afterwards, and stay for a run that began meanwhile.
    @Test func guardsComeAndGo() throws {
        let attempts = try stage.attempt([
            "sallyport run --level unelevated -- sh -c 'ls -A | tr \"\\n\" \" \"'; ls -A",
            """
            mkfifo go; sallyport run --level unelevated -- sh -c 'echo ready; read x <go; mkdir .codex/x 2>/dev/null && echo hole; exit 0' >log &
            until grep -q ready log 2>/dev/null; do sleep 0.01; done
            sallyport run --level unelevated -- true; ls -Ad .codex; echo >go; wait; cat log; rm log go; ls -A
            """,
            "mkdir .codex; for i in 1 2; do sallyport run --level unelevated -- true; done; ls -A; rmdir .codex",
            "mkdir .codex; touch .codex/mine; sallyport run --level unelevated -- true; ls -A .codex; rm -r .codex; ls -A",
            """
            sallyport run --level unelevated -- sleep 60 & until test -d .git; do sleep 0.01; done; sleep 0.2; kill -KILL $!
            wait; ls -A | tr '\\n' ' '; sallyport run --level unelevated -- true; ls -A
            """,
        ])
        #expect(attempts[0].output == ".agents .codex .git ", "\(attempts[0])")
        #expect(attempts[1].output == ".codex\nready\n", "\(attempts[1])")
        #expect(attempts[2].output == ".codex\n", "an empty one of the user's own: \(attempts[2])")
        #expect(attempts[3].output == "mine\n", "\(attempts[3])")
        #expect(attempts[4].output == ".agents .codex .git ", "\(attempts[4])")
    }

    /// A protected directory that somebody else closed neither stops the run nor becomes writable.
    @Test func aClosedProtectedDirectoryStaysClosed() throws {
        let attempts = try stage.attempt(
            ["sallyport run --level unelevated -- sh -c 'mv .codex x; rmdir .codex; echo ran' 2>/dev/null; ls -A"],
            after: "mkdir -p -m 700 /home/alice/work/.codex")
        #expect(attempts[0].output == "ran\n.codex\n", "\(attempts[0])")
    }

    @Test func thePlanIsShownAndNothingIsDone() throws {
        let attempts = try stage.attempt([
            "sallyport run --level unelevated --dry-run --json --timeout 2 --deny-read later -- make test; ls -A >&2; ls -A ~ >&2",
            "sallyport run --level unelevated --dry-run -- make", "sallyport status --json",
        ])
        let plan = try #require(
            JSONSerialization.jsonObject(with: Data(attempts[0].output.utf8)) as? [String: Any])
        #expect(plan["level"] as? String == "unelevated")
        #expect(plan["writableRoots"] as? [String] == ["/home/alice/work"])
        #expect(plan["deniedPaths"] as? [String] == ["/home/alice/work/later"])
        #expect(plan["timeoutMilliseconds"] as? Int == 2000)
        #expect(plan["command"] as? [String] == ["make", "test"])
        #expect((plan["protectedPaths"] as? [[String: Any]])?.count == 3)
        #expect(!attempts[0].errors.contains(".codex") && !attempts[0].errors.contains(".local"))
        #expect(attempts[1].output.contains("writable: /home/alice/work\n"))
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(attempts[2].output.utf8)) }
    }

    /// With a terminal on both sides the command gets one of its own, of the same size, which it controls.
    @Test func aTerminalInsideForATerminalOutside() throws {
        let attempts = try stage.attempt([
            """
            script -qec "stty rows 33 cols 77; sallyport run --level unelevated -- sh -c 'stty size; : </dev/tty && echo controls; \
            tty'; tty" /dev/null
            """,
            "script -qec \"sallyport run --level unelevated -- bash -ic 'sleep 50 & jobs; kill %1; wait; echo done'\" /dev/null",
            "sleep 1 | script -qec 'sallyport run --level unelevated -- sh -c \"exit 5\"' /dev/null",
            "(sleep 0.7; printf 'typed\\n\\004'; sleep 0.3) | script -qec 'sallyport run --level unelevated -- cat' /dev/null",
        ])
        #expect(attempts[0].output.contains("33 77\r\ncontrols\r\n"), "\(attempts[0])")
        #expect(attempts[1].output.contains("Running") && attempts[1].output.contains("done"), "\(attempts[1])")
        #expect(!attempts[1].output.contains("no job control"))
        #expect(attempts[2].status == 5)
        #expect(attempts[3].output.contains("typed\r\n"), "\(attempts[3])")
    }

    /// In the background the terminal's input is the shell's: the program shows output, and is not stopped.
    @Test func aBackgroundJobLeavesTheTerminalAlone() throws {
        let attempts = try stage.attempt([
            """
            sleep 3 | timeout 20 script -qec "bash --norc -ic 'sallyport run --level unelevated -- sh -c \\"test -t 1 && echo shown\\" & \\
            wait %1; echo waited \\$?'" /dev/null
            """
        ])
        #expect(attempts[0].output.contains("shown") && attempts[0].output.contains("waited 0"), "\(attempts[0])")
    }

    /// Signals sent to the program reach the command once, and its answer decides.
    @Test func signalsArePassedOn() throws {
        let trap = "trap \"echo got; exit 9\" TERM INT HUP; echo ready; while :; do sleep 0.05; done"
        let attempts = try stage.attempt(
            ["TERM", "INT", "HUP"].map { signal in
                """
                sallyport run --level unelevated -- sh -c '\(trap)' >log & until grep -q ready log 2>/dev/null; do sleep 0.01; done
                python3 -c 'import os,sys,signal; os.kill(int(sys.argv[1]), signal.SIG\(signal))' $!; wait $!; echo $?; cat log; rm log
                """
            })
        for attempt in attempts { #expect(attempt.output.hasPrefix("9\nready\ngot\n"), "\(attempt)") }
    }

    @Test func dangerFullAccessIsSaidOutLoud() throws {
        let attempts = try stage.attempt([
            "sallyport run --policy danger-full-access -- sh -c 'touch ~/outside && echo yes'",
            "sallyport run --policy danger-full-access -- no-such-command",
        ])
        #expect(attempts[0].status == 0 && attempts[0].output.hasPrefix("yes\n"))
        #expect(attempts[0].errors.contains("no sandbox is built"))
        #expect(attempts[1].status == 127)
    }
}
