import SandboxModel
import Testing

@testable import LinuxPlatform

@Suite struct FileImageTests {
    static let images: [FileImage] = [
        .absent,
        .file(.publicFile, content: []),
        .file(FileAttributes(mode: 0o4750, owner: 0, group: 989), content: Array(0...255)),
        .file(FileAttributes(mode: 0, owner: .max, group: .max), content: [10]),
        .link(target: "/etc/somewhere else\nand on"), .link(target: ""),
        .directory(.privateDirectory), .directory(FileAttributes(mode: 0o7777, owner: 1, group: 2)),
    ]

    @Test func imagesRoundTrip() throws {
        for image in Self.images {
            #expect(FileImage(words: image.words[...]) == image)
            #expect(!image.words.contains("\n"))
        }
        for count in 0...Self.images.count {
            let images = Array(Self.images.prefix(count))
            #expect(try BeforeImage.files(images).files(count) == images)
            #expect(throws: SetupError.self) { try BeforeImage.files(images).files(count + 1) }
        }
        #expect(try BeforeImage.absent.files(2) == [.absent, .absent])
        #expect(throws: SetupError.self) { try BeforeImage.existing.files(1) }
    }

    static let nonsense = [
        "", "absent ", "Absent", "file", "file 0644 0 0", "file 0644 0 0 0", "file 0648 0 0 00", "file 10000 0 0 00",
        "file 0644 -1 0 00", "file 0644 0 4294967296 00", "file 0644 0 0 0g", "file 0644 0 0 00 00", "link", "link f",
        "link ff", "directory", "directory 0755 0", "directory 0755 0 0 0", "socket 0755 0 0",
    ]

    @Test(arguments: nonsense) func nonsenseIsNoImage(_ words: String) {
        #expect(FileImage(words: words[...]) == nil)
    }

    @Test func pathsAreDivided() {
        #expect(FileImage.parent(of: "/etc/sallyport/registry") == "/etc/sallyport")
        #expect(FileImage.parent(of: "/etc") == "/")
        #expect(FileImage.name(of: "/etc/sallyport/registry") == "registry")
    }

    /// Adding and removing the lines of the principals: exact, repeatable, and blind to all other lines.
    @Test func deniedLinesComeAndGo() {
        let ours = ["CodexSandboxOffline", "CodexSandboxOnline"]
        let others = [
            "", "eve", "eve\n", "eve\n\nmallory\n", "\n", "CodexSandboxOfflineX\n", "xCodexSandboxOnline", "ä\n",
        ]
        for before in others.map({ Array($0.utf8) }) {
            let after = ScheduledJobsEffect.adding(to: before)
            let lines = String(decoding: after, as: UTF8.self).split(separator: "\n").map(String.init)
            #expect(ours.allSatisfy(lines.contains))
            #expect(after.starts(with: before))
            #expect(ScheduledJobsEffect.adding(to: after) == after)
            let left = ScheduledJobsEffect.removing(from: after)
            #expect(left == before || left == before + [10])
            #expect(ScheduledJobsEffect.removing(from: before) == before)
        }
    }

    @Test func mountsAreRead() throws {
        let text = """
            22 27 0:20 / /proc rw,nosuid,nodev,noexec,relatime shared:13 - proc proc rw
            27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
            31 27 8:1 /sub /home\\040of\\134all rw,nosuid shared:7 master:1 - ext4 /dev/sda1 rw,noacl
            short line
            x 27 0:1 / /x rw - tmpfs tmpfs rw
            33 27 0:1 / /y rw - tmpfs
            """
        let table = MountTable(text: text)
        #expect(table.entries.map(\.identifier) == [22, 27, 31])
        let home = try #require(table.entry(31))
        #expect(home.place == "/home of\\all")
        #expect(home.type == "ext4")
        #expect(home.options.isSuperset(of: ["nosuid", "noacl", "rw"]))
        #expect(MountTable.Entry.unescaped("\\") == "\\")
        #expect(MountTable.Entry.unescaped("\\04") == "\\04")
        #expect(MountTable.Entry.unescaped("\\999") == "\\999")
        #expect(MountTable(text: "").entries.isEmpty)
    }
}
