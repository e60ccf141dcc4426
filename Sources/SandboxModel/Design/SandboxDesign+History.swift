/// The dated revisions of the documented design, as far as they differ in what a design value says.
extension SandboxDesign {
    /// A revision and the day since when it was the design.
    public struct Revision: Hashable, Sendable {
        /// The day, `YYYY-MM-DD`.
        public let date: String
        /// The design.
        public let design: SandboxDesign
    }

    /// The revisions of the elevated design on Windows, the oldest first.
    public static let revisions: [Revision] = {
        var design = elevatedOnWindows.changed("first-elevated") {
            $0.capabilityScope = .installation
            $0.restrictingList = [.capabilities, .logon, .everyone]
            $0.masks.writeGrant = 0x0012_01BF
            $0.protectedNames = [.codex]
        }
        var revisions = [Revision(date: "2025-12-12", design: design)]
        func revise(_ date: String, _ name: String, _ change: (inout SandboxDesign) -> Void) {
            design = design.changed(name, change)
            revisions.append(Revision(date: date, design: design))
        }
        revise("2026-02-03", "capability-per-workspace") { $0.capabilityScope = .workspace }
        revise("2026-02-17", "protected-agents") { $0.protectedNames = [.codex, .agents] }
        revise("2026-04-13", "protected-git") { $0.protectedNames = ProtectedName.allCases }
        revise("2026-04-30", "principal-restricts") {
            $0.restrictingList = [.capabilities, .principal, .proxyRoute, .logon, .everyone]
        }
        revise("2026-05-13", "capability-per-root") { $0.capabilityScope = .root }
        revise("2026-07-08", "windows-elevated") { $0.masks = .documented }
        // The days of the last two are those on which they were first seen.
        revise("2026-09-01", "packaged") {
            $0.setup.blocksInbound = true
            $0.setup.programsLock = .protected
            $0.setup.disablesBeforeRemoval = true
            $0.setup.staleCredentialErrors.insert(1331)
            $0.processes.desktop = .perPolicy
            $0.processes.endsWithCaller = true
            $0.acceptsListedReads = false
        }
        revise("2026-10-01", "session-default-list") {
            $0.setup.staleCredentialErrors.formUnion([1330, 1907])
            $0.processes.defaultList = .logonSession
            $0.denials.remove(.grantsOverDenials)
        }
        return revisions
    }()

    /// The design of September 2026 with a packaged service, and the last one known.
    public static let (packaged, newest) = (
        revisions[revisions.count - 2].design, revisions[revisions.count - 1].design
    )

    /// The revision that was the design on a day.
    ///
    /// - Parameter date: the day, `YYYY-MM-DD`.
    /// - Returns: the design, or nothing before the first one.
    public static func documented(on date: String) -> SandboxDesign? {
        revisions.last { $0.date <= date }?.design
    }
}
