import Glibc
import SandboxModel

extension CommandFailure {
    /// The failure of a command that could not be executed; execve(2).
    ///
    /// - Parameters:
    ///   - command: the command.
    ///   - problem: what was tried, on what, and what came back.
    ///   - systemError: the error number.
    ///   - level: the level of the sandbox, or nothing without one.
    init(of command: CommandRequest, _ problem: String, systemError: Int32, level: SandboxLevel?) {
        let name = command.arguments.first ?? []
        let isPath = name.contains(UInt8(ascii: "/"))
        let remedy: String? =
            switch systemError {
            case _ where !isPath && name.contains(UInt8(ascii: " ")):
                "words are arguments of their own; a line for a shell is run with: -- sh -c 'LINE'"
            case ENOENT where isPath: "see whether it is there, and the program that its first line names"
            case ENOENT: "see whether it is installed; what only a shell knows is run with: -- sh -c 'LINE'"
            // The command is another user, so that what is closed in the home directory is closed to it.
            case EACCES where level == .elevated:
                "see whether it may be executed; a closed directory is shown with: --readable-root DIRECTORY"
            case EACCES: "make it executable: chmod +x FILE"
            default: nil
            }
        self.init(systemError == ENOENT ? .notFound : .notExecutable, problem, remedy: remedy)
    }
}
