import LinuxPlatform
import SandboxModel

/// Where the command runner is.
enum RunnerLocation {
    /// The installed runner for the elevated level; the one beside this program for the other, which needs no setup.
    ///
    /// - Parameter level: the level.
    /// - Returns: the program's path.
    /// - Throws: `CommandFailure` when there is no such program.
    static func find(_ level: SandboxLevel) throws(CommandFailure) -> String {
        level == .unelevated
            ? try ProgramLocation.beside("sallyport-command-runner") : InstallationPaths.commandRunner
    }
}
