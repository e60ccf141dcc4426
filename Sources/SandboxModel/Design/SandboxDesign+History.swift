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
        var revisions = [Revision(date: "2025-12-12", design: firstElevated)]
        func revise(_ date: String, _ name: String, _ change: (inout SandboxDesign) -> Void) {
            let design = (revisions.last?.design ?? firstElevated).changed(name, change)
            revisions.append(Revision(date: date, design: design))
        }
        revise("2025-12-18", "usable-default-list") { $0.processes.defaultList = .everyone }
        revise("2026-01-05", "reserved-home") {
            $0.roots.remove(.allowsReserved)
            $0.roots.insert(.dropsReserved)
        }
        revise("2026-01-22", "secrets-for-the-machine") { $0.setup.secretsAreForTheMachine = true }
        revise("2026-02-03", "capability-per-workspace") { $0.capabilityScope = .workspace }
        revise("2026-02-17", "protected-agents") { $0.protectedNames = [.codex, .agents] }
        revise("2026-02-26", "private-places") {
            $0.roots.remove(.grantsPrivate)
            $0.roots.insert(.dropsPrivate)
        }
        revise("2026-03-04", "copied-runner") { $0.setup.copiesRunner = true }
        revise("2026-03-17", "private-desktop") { $0.processes.desktop = .perCommand }
        revise("2026-04-13", "protected-git") { $0.protectedNames = ProtectedName.allCases }
        revise("2026-04-19", "spared-profile") { $0.roots.formUnion([.expandsHome, .dropsKeyDirectories]) }
        revise("2026-04-24", "checked-pipe-client") { $0.processes.checksPipeClient = true }
        revise("2026-04-30", "principal-restricts") {
            $0.restrictingList = [.capabilities, .principal, .proxyRoute, .logon, .everyone]
            $0.setup.addsPacketFilters = true
        }
        revise("2026-05-11", "denied-reads") { $0.acceptsDeniedReads = true }
        revise("2026-05-13", "capability-per-root") {
            $0.capabilityScope = .root
            $0.setup.checksFirewallPolicy = true
        }
        revise("2026-06-15", "healing-credentials") { $0.setup.staleCredentialErrors = [1326] }
        revise("2026-06-16", "confined-file-tools") { $0.processes.confinesFileTools = true }
        revise("2026-06-24", "healing-sessions") { $0.setup.staleCredentialErrors = [1326, 1312] }
        revise("2026-07-08", "deletion-in-roots") { $0.masks = .documented }
        revise("2026-07-21", "jobs-without-profile") {
            $0.processes.endsTogether = true
            $0.processes.loadsProfile = false
        }
        revise("2026-08-17", "windows-elevated") { $0.setup.followsLinks = false }
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

    /// The first design with accounts of its own: what the later ones have added, taken away again.
    private static let firstElevated = elevatedOnWindows.changed("first-elevated") {
        $0.capabilityScope = .installation
        $0.restrictingList = [.capabilities, .logon, .everyone]
        $0.masks.writeGrant = 0x0012_01BF
        $0.protectedNames = [.codex]
        $0.roots.subtract([.dropsPrivate, .dropsReserved, .expandsHome, .dropsKeyDirectories])
        $0.roots.formUnion([.grantsPrivate, .allowsReserved])
        $0.acceptsDeniedReads = false
        $0.processes.defaultList = .inherited
        $0.processes.desktop = .persons
        $0.processes.endsTogether = false
        $0.processes.loadsProfile = true
        $0.processes.checksPipeClient = false
        $0.processes.confinesFileTools = false
        $0.setup.secretsAreForTheMachine = false
        $0.setup.copiesRunner = false
        $0.setup.addsPacketFilters = false
        $0.setup.checksFirewallPolicy = false
        $0.setup.staleCredentialErrors = []
        $0.setup.followsLinks = true
    }

    /// The revisions of the design without accounts, the oldest first.
    public static let unelevatedRevisions: [Revision] = {
        var design = unelevatedOnWindows.changed("alpha") {
            $0.capabilityScope = .installation
            $0.masks.writeGrant = 0x0012_01BF
            $0.protectedNames = []
            $0.audit.occasion = .never
            $0.roots.subtract([.dropsPrivate, .dropsReserved, .expandsHome, .dropsKeyDirectories])
            $0.roots.formUnion([.grantsPrivate, .allowsReserved])
            $0.processes.defaultList = .inherited
            $0.processes.desktop = .persons
            $0.processes.endsTogether = false
            $0.setup.keepsCapabilitiesInWorkspace = true
        }
        var revisions = [Revision(date: "2025-10-30", design: design)]
        func revise(_ date: String, _ name: String, _ change: (inout SandboxDesign) -> Void) {
            design = design.changed(name, change)
            revisions.append(Revision(date: date, design: design))
        }
        revise("2025-11-17", "capabilities-at-home") { $0.setup.keepsCapabilitiesInWorkspace = false }
        revise("2025-11-20", "denies-everybody-writable") { $0.audit.occasion = .interactive }
        revise("2025-11-24", "unelevated-protected-git") { $0.protectedNames = [.git] }
        revise("2025-12-18", "unelevated-default-list") { $0.processes.defaultList = .everyone }
        revise("2026-01-05", "unelevated-reserved-home") {
            $0.protectedNames = [.git, .codex]
            $0.roots.remove(.allowsReserved)
            $0.roots.insert(.dropsReserved)
        }
        revise("2026-02-03", "unelevated-capability-per-workspace") { $0.capabilityScope = .workspace }
        revise("2026-02-17", "unelevated-protected-agents") { $0.protectedNames = ProtectedName.allCases }
        revise("2026-05-13", "unelevated-capability-per-root") {
            $0.capabilityScope = .root
            $0.roots.remove(.grantsPrivate)
            $0.roots.formUnion([.dropsPrivate, .expandsHome, .dropsKeyDirectories])
        }
        revise("2026-07-08", "unelevated-deletion-in-roots") { $0.masks = .documented }
        revise("2026-07-21", "windows-unelevated") {
            $0.processes.endsTogether = true
            $0.processes.desktop = .perCommand
        }
        return revisions
    }()

    /// The design of September 2026 with a packaged service, and the last one known.
    public static let (packaged, newest) = (
        revisions[revisions.count - 2].design, revisions[revisions.count - 1].design
    )

    /// Designs that were in use for some days between two revisions, and stopped everybody.
    public static let mistakes = [
        elevatedOnWindows.changed("sealed-programs") { $0.setup.programsLock = .sealed },
        elevatedOnWindows.changed("elevating-refresh") { $0.setup.refreshAsksForElevation = true },
        elevatedOnWindows.changed("ports-on-every-rule") { $0.setup.setsPortsOnEveryRule = true },
    ]

    /// Every design of Windows: both levels with their revisions, the mistakes, and the designs that were rejected.
    public static let windows: [SandboxDesign] =
        revisions.map(\.design) + unelevatedRevisions.map(\.design) + mistakes + alternatives

    /// The revision that was the design on a day.
    ///
    /// - Parameter date: the day, `YYYY-MM-DD`.
    /// - Returns: the design, or nothing before the first one.
    public static func documented(on date: String) -> SandboxDesign? {
        revisions.last { $0.date <= date }?.design
    }
}
