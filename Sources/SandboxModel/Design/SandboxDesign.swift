/// A sandbox design as a value: what the documented one, each of its revisions and each rejected alternative differ in.
public struct SandboxDesign: Hashable, Sendable {
    /// The design's name.
    public var name: String
    /// Whether the command gets an account of the sandbox.
    public var level: SandboxLevel
    /// What one capability stands for.
    public var capabilityScope: CapabilityScope
    /// The restricting list, in order.
    public var restrictingList: [RestrictingListPlace]
    /// The rights granted and denied.
    public var masks: AccessMasks
    /// The names protected under every writable root.
    public var protectedNames: [ProtectedName]
    /// Whether a protected name that does not exist is kept from being made.
    public var protectsMissingNames: Bool
    /// What confines the command's files.
    public var mechanism = SandboxMechanism.restrictedToken
    /// What cuts the network off.
    public var networkMechanism = NetworkMechanism.principal
    /// How the design sets itself up on Windows.
    public var setup = SetupRules()
    /// How it starts and ends processes on Windows.
    public var processes = ProcessRules.documented
    /// When directories that everybody may write are looked for.
    public var audit = AuditRules(.never)
    /// How what was denied and what the policy says come apart.
    public var denials: DenialRules = []
    /// Whether a policy is accepted that denies reading, where the level can.
    public var acceptsDeniedReads = true
    /// Whether a policy is accepted that names all that may be read.
    public var acceptsListedReads = false
    /// Which variables of the caller a command gets.
    public var environment = EnvironmentForm.scrubbed
    /// How far the rules about writable roots are laxer than usual.
    public var roots = RootRules.strict

    /// Makes a design.
    ///
    /// - Parameters:
    ///   - name: the design's name.
    ///   - level: whether the command gets an account of the sandbox.
    ///   - capabilityScope: what one capability stands for.
    ///   - restrictingList: the restricting list, in order.
    ///   - masks: the rights granted and denied.
    ///   - protectedNames: the names protected under every writable root.
    ///   - protectsMissingNames: whether a protected name that does not exist is kept from being made.
    public init(
        name: String, level: SandboxLevel, capabilityScope: CapabilityScope, restrictingList: [RestrictingListPlace],
        masks: AccessMasks, protectedNames: [ProtectedName], protectsMissingNames: Bool
    ) {
        self.name = name
        self.level = level
        self.capabilityScope = capabilityScope
        self.restrictingList = restrictingList
        self.masks = masks
        self.protectedNames = protectedNames
        self.protectsMissingNames = protectsMissingNames
    }
}
