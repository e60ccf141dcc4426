import KernelStage
import Testing

/// Whoever keeps sallyport itself in a workspace must not get another one back from the command.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct OwnProgramTests {
    static let attempts = [
        "echo evil >bin/sallyport", "echo evil >>bin/sallyport-command-runner", "mv decoy/config bin/sallyport",
        "mv decoy/config bin/sallyport-command-runner", "rm bin/sallyport", "rm bin/sallyport-command-runner",
        "mv bin/sallyport other", "mv bin bin.away", "sallyport-probe exchange dir bin | grep -v EBUSY",
        "ln bin/sallyport other", "chmod 777 bin/sallyport", "rm -rf bin",
    ]

    @Test(arguments: Sandbox.Level.allCases) func noneIsReplaced(_ level: Sandbox.Level) throws {
        let option = level == .elevated ? "" : "--level unelevated"
        let result = try Sandbox.script(
            """
            as alice sh -c 'mkdir bin && cp /usr/local/bin/sallyport /usr/local/bin/sallyport-command-runner bin/ && cp bin/sallyport plain-program'
            cat >/run/attempts <<'ATTEMPTS'
            \(Self.attempts.joined(separator: "\n"))
            ATTEMPTS
            while read -r attempt; do
                as alice bin/sallyport run \(option) -- sh -c "$attempt" </dev/null 2>/dev/null && echo "done: $attempt"
            done </run/attempts
            cmp bin/sallyport /usr/local/bin/sallyport && cmp bin/sallyport-command-runner /usr/local/bin/sallyport-command-runner && echo same
            as alice bin/sallyport run \(option) -- sh -c 'echo evil >plain-program' && echo control
            ls decoy
            """, level: level)
        #expect(result.standardOutput == "same\ncontrol\nconfig\n", "\(result.standardError)")
    }
}
