extension SandboxDesign {
    /// The documented design with accounts of its own.
    ///
    /// Missing names are protected, as the documented sandbox does on platforms that can.
    public static let elevated = SandboxDesign(
        name: "elevated", level: .elevated, capabilityScope: .root,
        restrictingList: [.capabilities, .principal, .proxyRoute, .logon, .everyone], masks: .documented,
        protectedNames: ProtectedName.allCases, protectsMissingNames: true)

    /// The design without setup, as a platform with private networks can build it.
    public static let unelevated = SandboxDesign(
        name: "unelevated", level: .unelevated, capabilityScope: .root,
        restrictingList: [.capabilities, .logon, .everyone], masks: .documented,
        protectedNames: ProtectedName.allCases, protectsMissingNames: true)

    /// The documented design at a level.
    ///
    /// - Parameter level: with accounts of its own, or as the same user.
    /// - Returns: the design.
    public static func documented(_ level: SandboxLevel) -> SandboxDesign {
        switch level {
        case .elevated: .elevated
        case .unelevated: .unelevated
        }
    }
}
