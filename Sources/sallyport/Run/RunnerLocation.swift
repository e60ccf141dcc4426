import Glibc
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
        guard level == .unelevated else { return InstallationPaths.commandRunner }
        guard let own = LinuxHostFacts.canonical(Array("/proc/self/exe".utf8)), let directory = own.parent else {
            throw CommandFailure(
                .system, "cannot find out where this program lies: /proc/self/exe is not readable",
                remedy: "mount /proc")
        }
        let path = "\(directory)/sallyport-command-runner"
        guard unsafe access(path, X_OK) == 0 else {
            throw CommandFailure(
                .unavailable, "the command runner '\(path)' cannot be executed: \(SystemReason.text(errno))",
                remedy: "put sallyport-command-runner beside sallyport")
        }
        return path
    }
}
