import Foundation
import KernelStage
import Testing

/// A crash writes the memory of what crashed down: into a file, or into a handler that the kernel starts outside the sandbox.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct CrashTests {
    /// Whether this machine's core_pattern, core(5), names a file: no namespace has its own, so that none can be put there for a test.
    ///
    /// Where it is a handler, the test is reported as not run; under continuous integration it runs all the same, and its control fails.
    private static let isToRun: Bool = {
        if ProcessInfo.processInfo.environment["CI"] == "true" { return true }
        let pattern = try? String(contentsOfFile: "/proc/sys/kernel/core_pattern", encoding: .utf8)
        return pattern.map { !$0.hasPrefix("|") && !$0.hasPrefix("@") && !$0.contains("/") } ?? false
    }()

    @Test(
        .enabled(if: isToRun, "not run: this machine's core_pattern is no name of a file"),
        arguments: Sandbox.Level.allCases)
    func noMemoryIsLeft(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            #"""
            ulimit -c unlimited
            crash='cd empty; sh -c "kill -SEGV \$\$"; echo $?'
            run -- sh -c "$crash" 2>/dev/null
            ls empty
            as alice sh -c "$crash" 2>/dev/null
            ls empty | grep -c core
            """#, level: level)
        #expect(result.standardOutput == "139\n139\n1\n", "\(result.standardError)")
    }

    /// One byte is less than any core file, and the one limit at which the kernel starts no handler either.
    @Test(arguments: Sandbox.Level.allCases) func noHandlerIsStarted(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            ulimit -c unlimited
            run -- prlimit --core --raw --noheadings --output SOFT,HARD
            """, level: level)
        #expect(result.standardOutput == "1 1\n", "\(result.standardError)")
    }

    /// A hard limit of zero, as hardened machines set it for everybody, cannot be raised by a user; no handler is named that it would not stop.
    @Test(
        .enabled(if: isToRun, "not run: this machine's core_pattern is no name of a file"),
        arguments: Sandbox.Level.allCases)
    func aHardLimitOfZeroIsEnoughForFiles(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            ulimit -c 0
            run -- prlimit --core --raw --noheadings --output SOFT,HARD
            """, level: level)
        #expect(["0 0\n", "1 1\n"].contains(result.standardOutput), "\(result.standardOutput)\(result.standardError)")
    }

    /// Programs that give up core files, as those with keys do, go on; the limit stays what it is.
    @Test(arguments: Sandbox.Level.allCases) func theLimitStays(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            limit='prlimit --core --raw --noheadings --output SOFT,HARD'
            run -- bash -c "set -e; ulimit -c 0; ulimit -S -c 0; ulimit -c unlimited; $limit"
            run -- bash -c "prlimit --core=0:0 -- $limit"
            run -- bash -c 'set -e; ulimit -n 64; ulimit -n'
            """, level: level)
        #expect(result.standardOutput == "1 1\n1 1\n64\n", "\(result.standardError)")
    }
}
