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

    /// Installs what the design needs once, as an elevated process of the person; does nothing for a design without accounts.
    ///
    /// - Returns: what was done with each effect.
    /// - Throws: `SetupError` of the first effect that failed; `.notPermitted` when the person said no.
    @discardableResult
    public func install() throws(SetupError) -> [SetupOutcome] {
        guard design.level == .elevated else { return [] }
        var engine = try elevatedEngine()
        return try engine.install(SetupPlan.documentedOnWindows(for: try realUser()))
    }

    /// Removes everything that setup did.
    ///
    /// - Returns: what was done with each effect.
    /// - Throws: `SetupError` of the first effect that failed.
    @discardableResult
    public func uninstall() throws(SetupError) -> [SetupOutcome] {
        guard design.level == .elevated else { return [] }
        var engine = try elevatedEngine()
        return try engine.uninstall()
    }

    /// Looks at every effect of setup.
    ///
    /// - Returns: what is in force now.
    /// - Throws: `SetupError` when the person said no to elevation.
    public func verify() throws(SetupError) -> [EffectStatus] {
        guard design.level == .elevated else { return [] }
        var engine = try elevatedEngine()
        return try engine.verify(SetupPlan.documentedOnWindows(for: try realUser()))
    }

    private func realUser() throws(SetupError) -> RealUser {
        let account = host.machine.accounts.users.first { $0.sid == host.userSID }
        guard let account, let identifier = account.sid.relativeIdentifier,
            let user = RealUser(name: account.name, identifier: identifier)
        else { throw SetupError(.unknownUser, action: "enrol", subject: "\(host.userSID)") }
        return user
    }

    /// The engine of setup over an elevated process, which the person at the machine has to permit.
    func elevatedEngine() throws(SetupError) -> SetupEngine<SimulatedSetup, SimulatedJournal> {
        let elevated: ProcessIdentifier
        do throws(CallError) {
            elevated = try host.machine.elevate(
                ProcessStart(
                    image: "codex-windows-sandbox-setup.exe", commandLine: "codex-windows-sandbox-setup.exe"),
                by: host.user)
        } catch {
            throw SetupError(
                .notPermitted, action: "start", subject: "setup elevated", detail: error.description,
                remedy: "answer yes when Windows asks")
        }
        return try SetupEngine(
            platform: SimulatedSetup(host: host, elevated: elevated),
            store: SimulatedJournal(host: host, elevated: elevated))
    }
}
