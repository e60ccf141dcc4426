import Glibc
import LinuxPlatform
import SandboxModel

/// The policy danger-full-access: no sandbox at all, said out loud.
struct UnconfinedRun {
    let policy: SandboxPolicy
    let command: CommandRequest
    let options: RunOptions

    /// Becomes the command.
    func run(_ audit: RunAudit) throws(CommandFailure) -> Never {
        let restricted = policy.writableRoots + policy.readableRoots + policy.readOnlyPaths + policy.deniedPaths
        if let path = restricted.first { throw CommandFailure(PolicyError(.restrictionWithoutSandbox, path)) }
        guard command.timeoutMilliseconds == nil, !options.dryRun else {
            throw CommandFailure(
                .usage, "--timeout and --dry-run mean nothing under danger-full-access, which builds no sandbox",
                remedy: "leave them out, or choose another policy")
        }
        guard unsafe chdir(policy.workspace.text) == 0 else {
            throw CommandFailure(
                .missing, "enter '\(policy.workspace)': \(SystemReason.text(errno))",
                remedy: "name a directory with --cwd that you may enter")
        }
        audit.record(.noSandbox)
        try audit.begin()
        let reason = CommandExecution.replaceProcess(with: command.arguments)
        throw CommandFailure(
            of: command, "run \(PrintableText.quoted(command.arguments[0])): \(SystemReason.text(reason))",
            systemError: reason, level: nil)
    }
}
