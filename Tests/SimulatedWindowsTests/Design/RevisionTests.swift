import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

/// Incidents of the record, replayed on the revision that had them and on the one that fixed them.
struct RevisionTests {
    private func stage(_ date: String) throws -> Stage { try Stage(try #require(SandboxDesign.documented(on: date))) }

    @Test func revisionsFollowEachOther() {
        let dates = SandboxDesign.revisions.map(\.date)
        #expect(dates == dates.sorted() && Set(dates).count == dates.count)
        #expect(SandboxDesign.documented(on: "2025-01-01") == nil)
        #expect(SandboxDesign.documented(on: "2026-08-22") == .elevatedOnWindows)
    }

    @Test(arguments: [("2026-07-07", 5), ("2026-07-08", 0)] as [(String, UInt32)])
    func filesInARootCanBeDeletedSinceTheCapabilityHasDelete(date: String, expected: UInt32) throws {
        let stage = try stage(date)
        let command = try stage.start().process
        #expect(stage.write(Place.root + "README.md", by: command) == 0)
        #expect(stage.delete(Place.root + "README.md", by: command) == expected)
    }

    @Test(arguments: [("2026-04-12", 0), ("2026-04-13", 5)] as [(String, UInt32)])
    func theRepositoryIsProtectedSinceApril(date: String, expected: UInt32) throws {
        let stage = try stage(date)
        let command = try stage.start().process
        #expect(stage.write(Place.root + #".git\config"#, by: command) == expected)
    }

    @Test(arguments: [("2026-02-16", 0), ("2026-02-17", 5)] as [(String, UInt32)])
    func theAgentsDirectoryIsProtectedSinceFebruary(date: String, expected: UInt32) throws {
        let stage = try stage(date)
        try stage.host.machine.makeDirectory(Place.root + ".agents", by: stage.host.user)
        let command = try stage.start().process
        #expect(stage.write(Place.root + #".agents\x"#, by: command) == expected)
    }

    /// Entries of one workspace stayed open to commands of another while there was one capability for everything.
    @Test(arguments: [("2026-02-02", 0), ("2026-02-03", 5)] as [(String, UInt32)])
    func anotherWorkspaceIsClosedSinceEachHasItsCapability(date: String, expected: UInt32) throws {
        let stage = try stage(date)
        _ = try stage.start(SandboxPolicy(mode: .workspaceWrite, workspace: try Stage.hostPath(Stage.other)))
        let command = try stage.start().process
        #expect(stage.write(Place.outside, by: command) == expected)
    }

    /// A root that the policy no longer names stayed open while a workspace had one capability.
    @Test(arguments: [("2026-05-12", 0), ("2026-05-13", 5)] as [(String, UInt32)])
    func aFormerRootIsClosedSinceEachHasItsCapability(date: String, expected: UInt32) throws {
        let stage = try stage(date)
        _ = try stage.start(try Stage.policy(roots: [Stage.other]))
        let command = try stage.start().process
        #expect(stage.write(Place.outside, by: command) == expected)
    }

    /// Pipes with the default list are for their owner; the second pass knew no owner before.
    @Test(arguments: [("2026-04-29", 5), ("2026-04-30", 0)] as [(String, UInt32)])
    func aPipeWithTheDefaultListWorksSinceThePrincipalRestricts(date: String, expected: UInt32) throws {
        let stage = try stage(date)
        let command = try stage.start().process
        try stage.host.machine.createPipe("ninja", descriptor: nil, by: command)
        #expect(code { try stage.host.machine.connectPipe("ninja", by: command) } == expected)
    }
}
