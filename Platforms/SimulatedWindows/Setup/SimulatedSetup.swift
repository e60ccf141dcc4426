public import SandboxModel
internal import WindowsSecurity

/// What setup needs of a machine, given by the simulated one; every step is a call of the elevated process.
public struct SimulatedSetup: SetupPlatform {
    let host: SimulatedHost
    let elevated: ProcessIdentifier
    let design: SandboxDesign
    let offline: OfflineSettings

    /// Makes the platform of setup.
    ///
    /// - Parameters:
    ///   - host: the machine.
    ///   - elevated: the process that acts; whether it may is for the machine to say.
    ///   - design: the design that is set up.
    ///   - offline: what the offline principal may reach on the machine.
    public init(
        host: SimulatedHost, elevated: ProcessIdentifier, design: SandboxDesign = .elevatedOnWindows,
        offline: OfflineSettings = .none
    ) {
        self.host = host
        self.elevated = elevated
        self.design = design
        self.offline = offline
    }

    /// Looks at the machine.
    public func inspect(_ effect: Effect, recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        try state(of: effect)
    }

    /// Says what is there before the effect is begun.
    public func capture(_ effect: Effect) throws(SetupError) -> BeforeImage {
        if case .lockDirectory(let directory) = effect {
            guard try state(of: effect) != .inForce else { return .existing }
            let path = host.installation.path(of: directory)
            guard let descriptor = try? host.machine.descriptor(of: path, by: elevated) else { return .absent }
            guard let image = descriptor.binaryRepresentation else { return .absent }
            return .content(image)
        }
        return try state(of: effect) == .inForce ? .existing : .absent
    }

    /// Runs a step of setup as the elevated process.
    func act<Result>(
        _ action: String, _ subject: String,
        _ body: (inout SimulatedMachine, ProcessIdentifier) throws(CallError) -> Result
    ) throws(SetupError) -> Result {
        do throws(CallError) {
            return try body(&host.machine, elevated)
        } catch {
            throw SetupError(
                error.code == .accessDenied ? .notPermitted : .systemCall, action: action, subject: subject,
                detail: error.description, remedy: error.code == .accessDenied ? "run setup elevated" : "")
        }
    }

    /// Whether a file or directory exists, as the elevated process sees it.
    func exists(_ path: String) -> Bool {
        var probe = host.machine
        return (try? probe.descriptor(of: path, by: elevated)) != nil
    }
}
