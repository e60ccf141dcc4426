import KernelStage
import Testing

/// More nested repositories than a launch can mount over, as a hostile command may make them.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct CrowdedRepositoryTests {
    @Test(arguments: Sandbox.Level.allCases) func theWarningSaysWhatTheRestIsWorth(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            as alice sh -c 'git init -q last/own; for number in $(seq 520); do mkdir -p crowd/$number/.git; done'
            run -- sh -c 'echo x >>last/own/.git/config && echo changed || echo refused'
            """, level: level)
        let (outcome, warning) =
            level == .elevated
            ? ("refused\n", "are protected by their entries alone: the command can rename them")
            : ("changed\n", "are not protected: the command can change them")
        #expect(result.standardOutput == outcome, "\(result.standardError)")
        #expect(result.standardError.contains(warning), "\(result.standardError)")
    }
}
