/// The designs that were rejected, as values: each runs the same commands and fails in its own way.
extension SandboxDesign {
    /// The documented design on Windows in August 2026: a protected name that does not exist can be made.
    public static let elevatedOnWindows = elevated.changed("windows-elevated") {
        $0.protectsMissingNames = false
        $0.roots = .documented
        $0.denials = .documented
        $0.audit = AuditRules(.interactive)
        $0.environment = .inherited
        $0.acceptsListedReads = true
    }

    /// The documented design without setup on Windows: the network is cut off for those who heed variables.
    public static let unelevatedOnWindows = unelevated.changed("windows-unelevated") {
        $0.roots = .documented
        $0.denials = .documented
        $0.audit = AuditRules(.interactive)
        $0.environment = .inherited
        $0.protectsMissingNames = false
        $0.networkMechanism = .environment
    }

    /// Variables alone.
    public static let environmentOnly = unelevatedOnWindows.changed("environment-only") { $0.mechanism = .none }

    /// A rule on the capability, which would make accounts unnecessary if firewalls knew capabilities.
    public static let capabilityRule = unelevatedOnWindows.changed("capability-rule") {
        $0.networkMechanism = .capabilityRule
    }

    /// A rule on the program.
    public static let programRule = unelevatedOnWindows.changed("program-rule") { $0.networkMechanism = .programRule }

    /// One account, and a rule for all that it does.
    public static let oneAccount = unelevatedOnWindows.changed("one-account") { $0.networkMechanism = .userRule }

    /// A package.
    public static let appContainer = unelevatedOnWindows.changed("app-container") {
        $0.mechanism = .appContainer
        $0.networkMechanism = .none
    }

    /// A low integrity level.
    public static let lowIntegrity = unelevatedOnWindows.changed("low-integrity") {
        $0.mechanism = .lowIntegrity
        $0.networkMechanism = .environment
    }

    /// A virtual machine.
    public static let virtualMachine = unelevatedOnWindows.changed("virtual-machine") {
        $0.mechanism = .virtualMachine
        $0.networkMechanism = .none
    }

    /// No sandbox.
    public static let noSandbox = unelevatedOnWindows.changed("no-sandbox") {
        $0.mechanism = .none
        $0.networkMechanism = .none
    }

    /// The rejected designs.
    public static let alternatives = [
        environmentOnly, capabilityRule, programRule, oneAccount, appContainer, lowIntegrity, virtualMachine, noSandbox,
    ]

    /// The design with a change and a name of its own.
    ///
    /// - Parameters:
    ///   - name: the name of the changed design.
    ///   - change: what is different.
    /// - Returns: the changed design.
    public func changed(_ name: String, _ change: (inout SandboxDesign) -> Void) -> SandboxDesign {
        var design = self
        design.name = name
        change(&design)
        return design
    }
}
