import KernelStage
import Testing

/// What a caller of `sallyport run` relies on.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct RunTests {
    @Test(arguments: Sandbox.Level.allCases) func exitCodesAreTheCommands(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            "for code in 0 1 2 37 125 126 127 192 255; do run -- sh -c \"exit $code\"; echo $?; done", level: level)
        #expect(result.standardOutput == "0\n1\n2\n37\n125\n126\n127\n192\n255\n", "\(result.standardError)")
    }

    @Test(arguments: Sandbox.Level.allCases) func signalsAreTheCommands(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            "for signal in HUP INT KILL SEGV TERM; do run -- sh -c \"kill -$signal \\$\\$\"; echo $?; done",
            level: level)
        #expect(result.standardOutput == "129\n130\n137\n139\n143\n", "\(result.standardError)")
    }

    @Test(arguments: Sandbox.Level.allCases) func aMissingCommandIsNamed(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            "run -- no-such-command; echo $?; run -- /etc/passwd; echo $?", level: level)
        #expect(result.standardOutput == "127\n126\n")
        #expect(result.standardError.contains("no-such-command"))
        #expect(result.standardError.contains("/etc/passwd"))
    }

    @Test(arguments: Sandbox.Level.allCases) func standardStreamsPassThrough(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            "echo in | run -- sh -c 'cat; echo error >&2'; run -- sh -c 'echo written' >/home/alice/output; cat /home/alice/output",
            level: level)
        #expect(result.standardOutput == "in\nwritten\n", "\(result.standardError)")
        #expect(result.standardError == "error\n")
    }

    @Test(arguments: Sandbox.Level.allCases) func theTimeLimitEndsTheTree(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            run --timeout 0.5 -- sh -c 'trap : TERM INT HUP; setsid sleep 4801 & (setsid sleep 4801 &) ; sleep 4801'
            echo $?; count 'sleep 4801'
            """, level: level)
        #expect(result.standardOutput == "192\n0\n", "\(result.standardError)")
    }

    @Test(arguments: Sandbox.Level.allCases) func nothingIsLeftBehind(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            run -- sallyport-probe survive 600 lingering >/dev/null; echo $?; count lingering
            run -- sh -c 'setsid sleep 4802 & nohup sleep 4802 >/dev/null 2>&1 & sleep 0.1'; echo $?; count 'sleep 4802'
            as alice sallyport-probe survive 600 lingering >/dev/null; await pgrep -f 'lingering --linger'; count lingering
            """, level: level)
        #expect(result.standardOutput == "0\n0\n0\n0\n1\n", "the last is the control: \(result.standardError)")
    }

    /// Whoever dies first, the command's processes do not outlive it.
    @Test(arguments: Sandbox.Level.allCases, ["sallyport", "sallyport-comman"])
    func killingTheCallerEndsTheTree(_ level: Sandbox.Level, _ victim: String) throws {
        let result = try Sandbox.script(
            """
            run -- sh -c 'trap : TERM INT HUP; setsid sleep 4803 & sleep 4803' &
            await pgrep -f '^sleep 4803'; sleep 0.2; count 'sleep 4803'
            pkill -KILL '^\(victim.prefix(15))$'
            gone() { [ "$(count 'sleep 4803')" = 0 ]; }
            await gone; count 'sleep 4803'
            """, level: level)
        #expect(result.standardOutput == "2\n0\n", "\(result.standardError)")
    }

    @Test func withoutTheFirewallNothingRuns() throws {
        let result = try Sandbox.script(
            """
            nft flush ruleset; run -- echo ran; echo $?; run --network -- echo ran; echo $?
            sallyport-setup repair >/dev/null; echo $?; run -- echo ran
            """)
        #expect(result.standardOutput == "69\n69\n0\nran\n", "\(result.standardError)")
        #expect(result.standardError.contains("firewall"))
        #expect(result.standardError.contains("sallyport-setup repair"))
    }

    @Test func withoutSetupTheRemedyIsNamed() throws {
        let result = try Sandbox.script(
            "run -- echo ran; echo $?; as bob sallyport run -- echo ran; echo $?", level: .elevated)
        let missing = try Stage(programs: ["sallyport", "sallyport-command-runner"]).run(
            "cd /home/alice; as alice mkdir w; cd w; as alice sallyport run -- echo ran; echo $?")
        #expect(result.lines.first == "ran")
        #expect(result.lines.dropFirst(2).first == "69", "bob is not enrolled")
        #expect(result.standardError.contains("sallyport-setup install --for-user bob"))
        #expect(missing.standardOutput == "69\n", "\(missing.standardError)")
        #expect(missing.standardError.contains("sallyport-setup install"))
        #expect(missing.standardError.contains("--level unelevated"))
    }

    /// What the command made belongs to the user in the end, and can be removed.
    @Test func whatTheCommandMadeBelongsToTheUser() throws {
        let result = try Sandbox.script(
            """
            run -- sh -c 'mkdir -p made/deep && echo x >made/deep/file && chmod 700 made/deep && install -m 600 /dev/null made/closed'
            as alice sh -c 'cat made/deep/file && echo y >>made/deep/file && chmod 644 made/closed && stat -c %U made made/deep/file made/closed'
            as alice rm -r made && echo removed
            """)
        #expect(result.standardOutput == "x\nalice\nalice\nalice\nremoved\n", "\(result.standardError)")
    }

    /// What the caller wants new files to have is what they get where no list of the directory decides.
    @Test(arguments: Sandbox.Level.allCases) func theMaskIsTheCallers(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            option='\(level == .elevated ? "" : "--level unelevated")'
            for mask in 077 002 022; do
                as alice sh -c "umask $mask; sallyport run $option -- sh -c 'umask; cd /tmp; touch made; stat -c %a made'"
            done
            """, level: level)
        #expect(result.standardOutput == "0077\n600\n0002\n664\n0022\n644\n", "\(result.standardError)")
    }
}
