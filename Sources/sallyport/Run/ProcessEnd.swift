import Glibc
import LinuxPlatform
import SandboxModel

/// Ends this process the way the command ended.
enum ProcessEnd {
    /// Exits with the command's code, dies of its signal, or exits with 192 after the time limit.
    static func end(as outcome: CommandOutcome) -> Never {
        switch outcome {
        case .exited(let code): exit(code)
        case .timedOut:
            if StandardError.isTerminal { StandardError.note("the time was up", as: .note) }
            exit(LaunchPlan.timeoutExitCode)
        case .signaled(let number):
            CommandSignal.raise(number)
            exit(128 + number)
        }
    }
}
