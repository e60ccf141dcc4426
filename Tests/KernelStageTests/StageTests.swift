import Foundation
import KernelStage
import Testing

/// The stage is what every other kernel test trusts: private, complete, and gone afterwards.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct StageTests {
    @Test func statusAndOutputAreTheScripts() throws {
        let result = try Stage.run("echo out; echo err >&2; exit 7")
        #expect(result.status == 7)
        #expect(result.standardOutput == "out\n")
        #expect(result.standardError == "err\n")
    }

    @Test func aStageThatCannotBeBuiltIsAnError() {
        #expect(throws: StageError.self) { try Stage.run("true", programs: ["no-such-product"]) }
    }

    @Test func usersAreReal() throws {
        let result = try Stage.run(
            """
            as alice id -un; as alice sh -c 'echo secret > ~/note; stat -c %a ~'; as bob id -un; stat -c %a /home/bob
            as bob cat /home/alice/note || echo closed
            """)
        #expect(result.lines == ["alice", "700", "bob", "755", "closed", ""])
    }

    @Test(arguments: Stage.HomeFileSystem.allCases)
    func homesHaveAccessControlLists(_ home: Stage.HomeFileSystem) throws {
        let result = try Stage(home: home).run(
            """
            stat -f -c %T /home
            as alice sh -c 'mkdir ~/d && setfacl -m g:70000:rwx,d:g:70000:rwx ~/d && touch ~/d/f && getfacl -cn ~/d/f | grep 70000'
            grep -l /run/stage/home.image /sys/block/loop*/loop/backing_file | sed s/backing_file/autoclear/ | xargs -r cat
            """)
        #expect(result.lines.first == (home == .ext4 ? "ext2/ext3" : "tmpfs"))
        #expect(result.standardOutput.contains("group:70000:rwx"))
        #expect(!result.lines.dropFirst().contains("0"), "the kernel frees the loop device with its mount")
        #expect(result.status == 0)
    }

    @Test func nothingIsSharedWithTheMachine() throws {
        let before = try machine()
        let result = try Stage(home: .ext4, hasPeer: true).run(
            """
            useradd carol && nft add table inet mine && echo changed >> /etc/passwd && touch /usr/local/bin/mine /var/lib/mine
            touch /tmp/mine /var/tmp/mine /dev/shm/mine /run/mine /root/mine /home/mine && rm /dev/zero && mount -t tmpfs x /srv
            setsid sleep 4712 & echo done
            """)
        #expect(result.standardOutput == "done\n", "\(result.standardError)")
        #expect(try machine() == before)
    }

    /// What the stage does not cover is the machine's, and not even root changes it.
    @Test func whatIsLeftOfTheMachineIsReadOnly() throws {
        let result = try Stage.run(
            "for directory in / /opt /usr /usr/bin /var /boot; do touch $directory/stage-new 2>/dev/null && echo $directory; done"
        )
        #expect(result.standardOutput.isEmpty)
    }

    @Test func theTimeLimitEndsEverything() throws {
        let result = try Stage(timeLimit: 2).run("setsid sleep 4711 & sleep 4711")
        #expect(result.status == 137)
        Thread.sleep(forTimeInterval: 0.1)
        #expect(try !machine().contains("sleep 4711"))
    }

    /// What a slip could change: accounts, mounts, rules, interfaces, directories.
    private func machine() throws -> String {
        let names = [
            "/etc", "/home", "/usr/local/bin", "/var/lib", "/var/tmp", "/dev/shm", "/run", "/root", "/dev", "/srv",
        ]
        let listings = try names.map { name in
            try FileManager.default.contentsOfDirectory(atPath: name).filter { !$0.hasPrefix("loop") }.sorted()
                .joined(separator: " ")
        }
        let files = try ["/etc/passwd", "/etc/group", "/proc/self/mounts"].map { name in
            String(decoding: try Data(contentsOf: URL(filePath: name)), as: UTF8.self)
        }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "nft list ruleset; ip -o link | cut -d: -f2; ps -e -o args= | grep '[s]leep 471'",
        ]
        process.standardOutput = pipe
        try process.run()
        let text = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (listings + files + [String(decoding: text, as: UTF8.self)]).joined(separator: "\n")
    }
}
