public import SandboxModel
internal import WindowsSecurity

/// The sandbox of a design on a simulated machine: what the design says is done by calls of the machine, in the documented order.
public struct SimulatedSandbox {
    /// The machine.
    public let host: SimulatedHost
    /// The design.
    public let design: SandboxDesign

    /// Makes the sandbox of a design.
    ///
    /// - Parameters:
    ///   - host: the machine.
    ///   - design: the design.
    public init(host: SimulatedHost, design: SandboxDesign) {
        self.host = host
        self.design = design
    }

    /// Removes everything that setup did.
    ///
    /// - Returns: what was done with each effect.
    /// - Throws: `SetupError` of the first effect that failed.
    @discardableResult
    public func uninstall() throws(SetupError) -> [SetupOutcome] {
        guard design.level == .elevated else { return [] }
        var engine = try elevatedEngine()
        if design.setup.disablesBeforeRemoval { try engine.platform.disablePrincipals() }
        let outcomes = try engine.uninstall()
        try engine.platform.removeDirectories()
        return outcomes
    }

    /// Looks at every effect of setup.
    ///
    /// - Returns: what is in force now.
    /// - Throws: `SetupError` when the person said no to elevation.
    public func verify() throws(SetupError) -> [EffectStatus] {
        guard design.level == .elevated else { return [] }
        var engine = try elevatedEngine()
        return try engine.verify(SetupPlan.documentedOnWindows(for: try realUser(), design: design))
    }

    /// The engine of setup over an elevated process, which the person at the machine has to permit.
    func elevatedEngine() throws(SetupError) -> SetupEngine<SimulatedSetup, SimulatedJournal> {
        guard let file = try? FilePath(host.installation.home), let home = try? HostPath(windows: file) else {
            throw SetupError(.unsafeFile, action: "use", subject: host.installation.home)
        }
        let offline = marker?.offline ?? .none
        let elevated = try startElevated(
            SetupPayload(home: home, workingDirectory: home, realUser: try realUser().name, offline: offline))
        return try SetupEngine(
            platform: SimulatedSetup(host: host, elevated: elevated, design: design, offline: offline),
            store: SimulatedJournal(host: host, elevated: elevated))
    }
}
