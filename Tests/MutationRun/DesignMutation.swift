import SandboxModel

/// A change of one knob of the documented design, tried on the simulated machine.
struct DesignMutation {
    let id: String
    let design: SandboxDesign

    init(_ id: String, _ change: (inout SandboxDesign) -> Void) {
        self.id = id
        var design = SandboxDesign.elevatedOnWindows
        change(&design)
        design.name = id
        self.design = design
    }

    /// FILE_DELETE_CHILD.
    private static let deleteChild: UInt32 = 0x40
    /// DELETE.
    private static let delete: UInt32 = 0x1_0000

    /// Every knob that an attempt can tell, turned the wrong way.
    ///
    /// What setup makes of a policy of the machine's administrators differs in what happens besides attempts: the revisions of the design and the claims of the
    /// record show that.
    static let all: [DesignMutation] =
        SandboxDesign.elevatedOnWindows.protectedNames.map { name in
            DesignMutation("unprotected-\(name.rawValue)") { $0.protectedNames.removeAll { $0 == name } }
        } + [
            DesignMutation("one-capability-for-a-workspace") { $0.capabilityScope = .workspace },
            DesignMutation("one-capability-for-everything") { $0.capabilityScope = .installation },
            DesignMutation("no-capability-in-the-list") { $0.restrictingList.removeAll { $0 == .capabilities } },
            DesignMutation("no-principal-in-the-list") { $0.restrictingList.removeAll { $0 == .principal } },
            DesignMutation("no-logon-session-in-the-list") { $0.restrictingList.removeAll { $0 == .logon } },
            DesignMutation("nobody-everyone-in-the-list") { $0.restrictingList.removeAll { $0 == .everyone } },
            DesignMutation("no-write-grant") { $0.masks.writeGrant = $0.masks.readGrant },
            DesignMutation("delete-child-granted") { $0.masks.writeGrant |= Self.deleteChild },
            DesignMutation("delete-not-granted") { $0.masks.writeGrant &= ~Self.delete },
            DesignMutation("no-write-denied") { $0.masks.writeDeny = 0 },
            DesignMutation("delete-not-denied") { $0.masks.writeDeny &= ~(Self.delete | Self.deleteChild) },
            DesignMutation("no-read-denied") { $0.masks.readDeny = 0 },
            DesignMutation("no-read-grant") { $0.masks.readGrant = 0 },
            DesignMutation("missing-names-protected") { $0.protectsMissingNames = true },
            DesignMutation("the-network-is-open") { $0.networkMechanism = .none },
            DesignMutation("variables-cut-the-network-off") { $0.networkMechanism = .environment },
            DesignMutation("a-rule-on-the-capability") { $0.networkMechanism = .capabilityRule },
            DesignMutation("no-restricted-token") { $0.mechanism = .none },
            DesignMutation("a-package") { $0.mechanism = .appContainer },
            DesignMutation("a-low-level") { $0.mechanism = .lowIntegrity },
            DesignMutation("no-accounts") { $0.level = .unelevated },
            DesignMutation("no-filters-below-the-firewall") { $0.setup.addsPacketFilters = false },
            DesignMutation("a-runner-that-anybody-replaces") { $0.setup.copiesRunner = false },
            DesignMutation("capabilities-in-the-workspace") { $0.setup.keepsCapabilitiesInWorkspace = true },
            DesignMutation("a-rule-that-the-firewall-refuses") { $0.setup.setsPortsOnEveryRule = true },
            DesignMutation("another-environment") {
                $0.environment = $0.environment == .inherited ? .scrubbed : .inherited
            },
            DesignMutation("strict-roots") { $0.roots = .strict },
            DesignMutation("denied-reads-refused") { $0.acceptsDeniedReads = false },
        ] + processes

    /// The knobs of ``SandboxModel/ProcessRules``.
    private static let processes = [
        DesignMutation("objects-of-the-account-alone") { $0.processes.defaultList = .inherited },
        DesignMutation("objects-of-the-session-alone") { $0.processes.defaultList = .logonSession },
        DesignMutation("windows-among-the-persons") { $0.processes.desktop = .persons },
        DesignMutation("windows-among-those-of-the-policy") { $0.processes.desktop = .perPolicy },
        DesignMutation("no-job") { $0.processes.endsTogether = false },
        DesignMutation("an-end-with-the-caller") { $0.processes.endsWithCaller = true },
        DesignMutation("a-loaded-profile") { $0.processes.loadsProfile = true },
        DesignMutation("output-read-for-a-while") { $0.processes.drainMilliseconds = 1000 },
        DesignMutation("anybody-at-the-pipe") { $0.processes.checksPipeClient = false },
        DesignMutation("file-tools-outside") { $0.processes.confinesFileTools = false },
    ]
}
