import KernelStage
import Testing

/// Scripts on a stage where alice may use the sandbox.
enum Sandbox {
    /// The two levels of enforcement.
    enum Level: String, CaseIterable, CustomTestStringConvertible {
        case elevated
        case unelevated

        var testDescription: String { rawValue }
    }

    /// Runs a script as root in alice's workspace `plain`, with setup installed for her.
    ///
    /// The script has the functions `run` (`sallyport run` as alice, at the level asked for), `await` (waits for a command to succeed)
    /// and `count` (how many processes have a command line of this form).
    static func script(
        _ script: String, level: Level = .elevated, home: Stage.HomeFileSystem = .tmpfs, trees: [String: String] = [:]
    ) throws -> StageResult {
        let stage = Stage(
            programs: ["sallyport", "sallyport-setup", "sallyport-command-runner", "sallyport-probe"],
            files: ["Tests/SandboxTests/world.sh"], home: home, hasPeer: true, trees: trees)
        let option = level == .elevated ? "" : "--level unelevated"
        return try stage.run(
            """
            source /run/files/world.sh
            \(level == .elevated ? "sallyport-setup install --for-user alice >/dev/null || exit 70" : "")
            make_world
            cd /home/alice/plain
            run() { as alice sallyport run \(option) "$@"; }
            await() { local tries=0; until "$@" >/dev/null || [ $((tries += 1)) -gt 3000 ]; do sleep 0.01; done; }
            count() { ps -e -o args= | grep -c "^$1" || true; }
            \(script)
            """)
    }
}
