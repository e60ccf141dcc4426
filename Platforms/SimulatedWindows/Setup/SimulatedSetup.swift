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
    ///
    /// - Parameters:
    ///   - effect: what to look for.
    ///   - image: not needed; the machine alone says what is in force.
    /// - Returns: what is there now; what the process may not look at is absent.
    public func inspect(_ effect: Effect, recorded image: BeforeImage?) -> EffectState {
        state(of: effect)
    }

    /// Says what is there before the effect is begun.
    ///
    /// - Parameters:
    ///   - effect: what will be applied.
    ///   - journal: what setup has done on this machine until now.
    /// - Returns: `.existing` for what is in force and must stay; for a directory that is there otherwise its security
    ///   descriptor, self-relative; `.absent` for the rest.
    public func capture(_ effect: Effect, after journal: Journal) -> BeforeImage {
        if case .lockDirectory(let directory) = effect {
            guard state(of: effect) != .inForce else { return .existing }
            let path = host.installation.path(of: directory)
            guard let descriptor = try? host.machine.descriptor(of: path, by: elevated) else { return .absent }
            guard let image = descriptor.binaryRepresentation else { return .absent }
            return .content(image)
        }
        return state(of: effect) == .inForce ? .existing : .absent
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
