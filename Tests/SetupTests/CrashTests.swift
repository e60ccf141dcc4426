import KernelStage
import Testing

/// Kills the real setup at every system call that changes something.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct CrashTests {
    @Test(arguments: ["install", "uninstall"]) func killedAnywhere(_ operation: String) throws {
        let result = try SetupStage.run(". /run/files/crashes.sh\ncrashes \(operation)", timeLimit: 900)
        let rounds = try #require(result.lines.compactMap { Int($0.split(separator: " ").last ?? "") }.last)
        #expect(rounds > 100, "a sweep that hardly kills shows nothing")
    }

    /// Kills the tools instead, in the middle of the account files, as when the machine stops.
    @Test(arguments: ["install groupadd useradd gpasswd", "uninstall gpasswd userdel groupdel"])
    func toolsKilledAnywhere(_ operation: String) throws {
        let result = try SetupStage.run(". /run/files/tool-crashes.sh\ntool_crashes \(operation)", timeLimit: 900)
        let rounds = try #require(result.lines.compactMap { Int($0.split(separator: " ").last ?? "") }.last)
        #expect(rounds > 25, "a sweep that hardly kills shows nothing")
    }

    /// A tool that outlives its setup still holds the lock: the next setup waits for it.
    @Test func orphanedToolsAreWaitedFor() throws {
        let result = try SetupStage.run(
            """
            snapshot >/run/before
            cp /usr/sbin/useradd /run/useradd
            printf '#!/bin/sh\\ntouch /run/started\\nsleep 2\\n/run/useradd "$@"\\ntouch /run/ended\\n' >/run/slow
            chmod 755 /run/slow
            mount --bind /run/slow /usr/sbin/useradd
            $setup install --for-user alice >/dev/null 2>&1 &
            until [ -e /run/started ]; do sleep 0.02; done
            kill -KILL $!
            [ -e /run/ended ] && echo 'FAILED: the tool had ended before'
            expect 0 $setup install --for-user alice
            [ -e /run/ended ] && echo waited
            umount /usr/sbin/useradd
            expect 0 $setup status
            expect 0 $setup uninstall
            unchanged /run/before 'uninstall'
            """)
        #expect(result.lines.contains("waited"))
    }
}
