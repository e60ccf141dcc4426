import Foundation
import LinuxPlatform
import SandboxModel
import Testing

/// Guards on a real directory; needs no privilege.
struct GuardDirectoryTests {
    private let scratch: URL

    init() throws {
        scratch = FileManager.default.temporaryDirectory.appending(path: "guards-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    }

    private func within(_ body: (HostPath) throws -> Void) throws {
        defer { try? FileManager.default.removeItem(at: scratch) }
        let root = try #require(LinuxHostFacts.canonical(Array(scratch.path().utf8)))
        try body(try root.appending(".codex".utf8))
    }

    private func guards() throws -> GuardDirectories {
        GuardDirectories(owningLocks: open(scratch.path() + "/locks", O_RDWR | O_CREAT | O_CLOEXEC, 0o600))
    }

    private func exists(_ path: HostPath) -> Bool { FileManager.default.fileExists(atPath: path.text) }

    @Test func aMissingOneIsMadeAndTakenAway() throws {
        try within { path in
            let guards = try guards()
            try guards.hold(path)
            #expect(exists(path) && guards.made == [path])
            #expect(guards.release() == [path] && !exists(path))
            #expect(guards.release().isEmpty)
        }
    }

    /// A directory of the user's own stays, empty or not.
    @Test func whatWasThereStays() throws {
        try within { path in
            try FileManager.default.createDirectory(atPath: path.text, withIntermediateDirectories: false)
            let guards = try guards()
            try guards.hold(path)
            #expect(guards.made.isEmpty && guards.release().isEmpty && exists(path))
        }
    }

    /// A run that was killed leaves its guard; the next one knows it.
    @Test func whatAKilledRunLeftIsTakenAway() throws {
        try within { path in
            try self.guards().hold(path)
            #expect(exists(path))
            let guards = try guards()
            try guards.hold(path)
            #expect(guards.made.isEmpty && guards.release() == [path] && !exists(path))
        }
    }

    /// Of runs that end at the same moment one takes the guard away.
    @Test func runsThatEndTogetherLeaveNothing() throws {
        try within { path in
            for round in 0..<300 {
                nonisolated(unsafe) let runs = try (0..<3).map { _ in try self.guards() }
                for run in runs { try run.hold(path) }
                DispatchQueue.concurrentPerform(iterations: runs.count) { _ = runs[$0].release() }
                #expect(!exists(path), "round \(round)")
            }
        }
    }

    @Test func whatIsNoLongerEmptyStays() throws {
        try within { path in
            let guards = try guards()
            try guards.hold(path)
            try Data().write(to: URL(filePath: path.text + "/mine"))
            #expect(guards.release().isEmpty && exists(path))
        }
    }

    /// Whoever leaves last takes it away, in whatever order they came and go.
    @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
    func theLastOneTakesItAway(order: [Int]) throws {
        try within { path in
            let runs = try (0..<3).map { _ in try guards() }
            for run in runs { try run.hold(path) }
            for (position, index) in order.enumerated() {
                let gone = runs[index].release()
                #expect(gone == (position == 2 ? [path] : []))
                #expect(exists(path) == (position < 2))
            }
        }
    }

    @Test func aReplacedOneIsNotTakenAway() throws {
        try within { path in
            let guards = try guards()
            try guards.hold(path)
            #expect(rename(path.text, path.text + "-old") == 0)
            try FileManager.default.createDirectory(atPath: path.text, withIntermediateDirectories: false)
            #expect(guards.release().isEmpty && exists(path))
        }
    }

    @Test func somethingElseIsRefused() throws {
        try within { path in
            try Data().write(to: URL(filePath: path.text))
            let error = #expect(throws: LaunchError.self) { try guards().hold(path) }
            #expect(error?.layer == "protected-paths" && error?.systemError == ENOTDIR)
            let below = try path.appending("x".utf8)
            #expect(throws: LaunchError.self) { try guards().hold(below) }
        }
    }

    @Test func aLinkOnTheWayIsRefused() throws {
        try within { path in
            let parent = try #require(path.parent)
            try FileManager.default.createSymbolicLink(atPath: parent.text + "/link", withDestinationPath: ".")
            let error = #expect(throws: LaunchError.self) {
                try guards().hold(try HostPath(parent.text + "/link/.codex"))
            }
            #expect(error?.systemError == ELOOP)
        }
    }
}
