import Foundation
import LinuxPlatform
import SandboxModel
import Testing

/// Looks at a real directory; needs no privilege.
struct LinuxHostFactsTests {
    private let scratch: URL
    private let facts = LinuxHostFacts(environmentHome: nil, reserved: [])

    init() throws {
        scratch = FileManager.default.temporaryDirectory.appending(path: "facts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    }

    private func within<Result>(_ body: (HostPath) throws -> Result) throws -> Result {
        defer { try? FileManager.default.removeItem(at: scratch) }
        return try body(try #require(LinuxHostFacts.canonical(Array(scratch.path().utf8))))
    }

    @Test func kindsLinksAndContents() throws {
        try within { root in
            let at = { (name: String) in try root.appending(name.utf8) }
            try Data("gitdir: x\n".utf8).write(to: scratch.appending(path: "file"))
            for (name, target) in [("link", "file"), ("loop", "loop"), ("dangling", "none"), ("dir", ".")] {
                try FileManager.default.createSymbolicLink(
                    atPath: scratch.appending(path: name).path(), withDestinationPath: target)
            }
            #expect(mkfifo(scratch.appending(path: "pipe").path(), 0o600) == 0)
            #expect(facts.kind(of: root) == .directory)
            #expect(facts.kind(of: try at("file")) == .file)
            #expect(facts.kind(of: try at("link")) == .symbolicLink)
            #expect(facts.kind(of: try at("pipe")) == .other)
            #expect(facts.kind(of: try at("none")) == .missing)
            #expect(facts.kind(of: try at("file/below")) == .missing)
            #expect(facts.canonical(try at("link")) == (try at("file")))
            #expect(facts.canonical(try at("dir/dir/file")) == (try at("file")))
            #expect(facts.canonical(try at("loop")) == nil)
            #expect(facts.canonical(try at("dangling")) == nil)
            #expect(facts.linkTarget(of: try at("dangling")) == Array("none".utf8))
            #expect(facts.linkTarget(of: try at("file")) == nil)
            #expect(facts.contents(of: try at("file"), limit: 10) == Array("gitdir: x\n".utf8))
            #expect(facts.contents(of: try at("file"), limit: 9) == nil)
            #expect(facts.contents(of: try at("link"), limit: 100) == nil)
            #expect(facts.contents(of: try at("pipe"), limit: 100) == nil)
            #expect(facts.contents(of: root, limit: 100) == nil)
        }
    }

    @Test func aRealRepositoryResolves() throws {
        try within { root in
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/git")
            process.arguments = ["init", "-q", scratch.path()]
            process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
            try process.run()
            process.waitUntilExit()
            let resolved = try PolicyResolver.resolve(
                SandboxPolicy(mode: .workspaceWrite, workspace: root), facts: facts)
            #expect(resolved.protectedPaths.map(\.path.text) == [".agents", ".codex", ".git"].map { "\(root)/\($0)" })
            #expect(resolved.guards.map(\.text) == [".agents", ".codex"].map { "\(root)/\($0)" })
            #expect(resolved.heldDirectories.count == 3)
            #expect(resolved.repositoryRoot == root)
        }
    }

    @Test func theInstallationIsReserved() throws {
        #expect(facts.reservedDirectories.map(\.text).contains("/etc/sallyport"))
        #expect(facts.temporaryDirectories.contains(try HostPath("/tmp")))
        let named = LinuxHostFacts(environmentHome: Array("/usr/bin".utf8), reserved: [try HostPath("/usr/lib")])
        #expect(named.homeDirectories.contains(try HostPath("/usr/bin")))
        #expect(named.reservedDirectories.contains(try HostPath("/usr/lib")))
        for odd in ["relative", "", "/a\nb", "/"] {
            #expect(
                LinuxHostFacts(environmentHome: Array(odd.utf8), reserved: []).homeDirectories == facts.homeDirectories)
        }
    }
}
