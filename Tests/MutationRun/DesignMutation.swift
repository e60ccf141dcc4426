import SandboxModel

/// A change of one property of the documented design, tried on the simulated machine.
struct DesignMutation {
    let id: String
    /// The scenario that is known to notice, which is tried before the others; the run finds out when there is none.
    let told: String?
    let design: SandboxDesign

    init(_ id: String, told: String? = nil, _ change: (inout SandboxDesign) -> Void) {
        self.id = id
        self.told = told
        var design = SandboxDesign.elevatedOnWindows
        change(&design)
        design.name = id
        self.design = design
    }

    /// FILE_DELETE_CHILD.
    private static let deleteChild: UInt32 = 0x40
    /// DELETE.
    private static let delete: UInt32 = 0x1_0000

    /// Every property of a design, turned the wrong way; where the documented value is the weak one, to the better one.
    ///
    /// What no attempt can meet is not among them: the failure 1312 of a launch, which the machine never gives, and the order of the restricting list, in which
    /// a check looks at every place.
    static let all = base + setup + denials + roots + processes

    /// What confines a command, what it is granted and denied, and what is protected.
    private static let base: [DesignMutation] =
        SandboxDesign.elevatedOnWindows.protectedNames.map { name in
            DesignMutation("unprotected-\(name.rawValue)") { $0.protectedNames.removeAll { $0 == name } }
        } + [
            DesignMutation("one-capability-for-a-workspace", told: "write-in-a-root-of-an-earlier-policy") {
                $0.capabilityScope = .workspace
            },
            DesignMutation("one-capability-for-everything", told: "write-in-a-former-root") {
                $0.capabilityScope = .installation
            },
            DesignMutation("no-capability-in-the-list") { $0.restrictingList.removeAll { $0 == .capabilities } },
            DesignMutation("no-principal-in-the-list", told: "chmod-own-file") {
                $0.restrictingList.removeAll { $0 == .principal }
            },
            DesignMutation("no-proxy-route-in-the-list", told: "proxy-that-is-enforced") {
                $0.restrictingList.removeAll { $0 == .proxyRoute }
            },
            DesignMutation("no-logon-session-in-the-list") { $0.restrictingList.removeAll { $0 == .logon } },
            DesignMutation("nobody-everyone-in-the-list") { $0.restrictingList.removeAll { $0 == .everyone } },
            DesignMutation("no-write-grant") { $0.masks.writeGrant = $0.masks.readGrant },
            DesignMutation("delete-child-granted", told: "git-delete-head") { $0.masks.writeGrant |= Self.deleteChild },
            DesignMutation("delete-not-granted") { $0.masks.writeGrant &= ~Self.delete },
            DesignMutation("no-write-denied") { $0.masks.writeDeny = 0 },
            DesignMutation("delete-not-denied") { $0.masks.writeDeny &= ~(Self.delete | Self.deleteChild) },
            DesignMutation("no-read-denied") { $0.masks.readDeny = 0 },
            DesignMutation("no-read-grant") { $0.masks.readGrant = 0 },
            DesignMutation("missing-names-protected", told: "missing-git-in-another-case") {
                $0.protectsMissingNames = true
            },
            DesignMutation("the-network-is-open") { $0.networkMechanism = .none },
            DesignMutation("variables-cut-the-network-off") { $0.networkMechanism = .environment },
            DesignMutation("a-rule-on-the-capability") { $0.networkMechanism = .capabilityRule },
            DesignMutation("a-rule-on-the-program") { $0.networkMechanism = .programRule },
            DesignMutation("a-rule-on-the-person") { $0.networkMechanism = .userRule },
            DesignMutation("no-restricted-token") { $0.mechanism = .none },
            DesignMutation("a-package") { $0.mechanism = .appContainer },
            DesignMutation("a-low-level") { $0.mechanism = .lowIntegrity },
            DesignMutation("a-machine-of-its-own") { $0.mechanism = .virtualMachine },
            DesignMutation("no-accounts") { $0.level = .unelevated },
            DesignMutation("another-environment", told: "secret-in-the-environment") {
                $0.environment = $0.environment == .inherited ? .scrubbed : .inherited
            },
        ]

    /// The properties of ``SandboxModel/ProcessRules``.
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
