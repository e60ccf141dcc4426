internal import SandboxModel
internal import SimulatedWindows
internal import WindowsSecurity

/// Attempts of one process on a simulated machine: each verb as the calls that stand for it.
struct SimulatedCall {
    let host: SimulatedHost
    let process: ProcessIdentifier
    let places: Places
    let people: [Actor: ProcessIdentifier]
    /// What the person's own process has open.
    let inherited: [Int: HandleIdentifier]
    /// What is set up on the machine.
    let design: SandboxDesign
    /// The proxy that commands have to use, when the policy has one.
    let proxy: EnforcedProxy?
    /// Has the person start the next command under the same policy; whether it starts is no matter.
    let startNext: () -> Void

    /// What an attempt came to.
    struct Result {
        let isSuccess: Bool
        let observation: Observation

        static let success = Result(
            isSuccess: true, observation: Observation(verdict: .allowed, answer: "ERROR_SUCCESS (0)"))

        static func refused(by layer: Layer, _ reason: String) -> Result {
            Result(
                isSuccess: false,
                observation: Observation(verdict: .denied, layers: [layer], answer: reason, derivation: [reason]))
        }

        static func notApplicable(_ reason: String) -> Result {
            Result(isSuccess: false, observation: Observation(verdict: .notApplicable, answer: reason))
        }
    }

    /// What the arguments and the machine make of a verb; nothing for a verb that Windows does not have.
    typealias Action = @Sendable (SimulatedCall, [String]) throws(CallError) -> Void

    /// Performs an attempt.
    ///
    /// - Parameters:
    ///   - attempt: the attempt.
    ///   - explainsGrant: whether the observation says why, when it succeeds.
    /// - Returns: what it came to.
    func perform(_ attempt: Attempt, explainsGrant: Bool = false) -> Result {
        let arguments: [String]
        do throws(PlaceError) {
            arguments = try attempt.resolved(in: places)
        } catch {
            return .notApplicable(error.reason)
        }
        if let reason = Self.absence(of: attempt.verb, arguments) { return .notApplicable(reason) }
        if attempt.verb.name == "undo-setup" { return undoSetup() }
        guard let action = Self.action(of: attempt.verb, arguments) else {
            return .notApplicable("Windows has nothing that '\(attempt.verb.name)' could stand for")
        }
        do throws(CallError) {
            var grounds: [String] = []
            if explainsGrant {
                grounds = try self.grounds(for: attempt.verb) { () throws(CallError) in try action(self, arguments) }
            } else {
                try action(self, arguments)
            }
            return Result(
                isSuccess: true,
                observation: Observation(verdict: .allowed, answer: "ERROR_SUCCESS (0)", derivation: grounds))
        } catch {
            return failure(error)
        }
    }

    /// What the machine's last call came to when it failed.
    func failure(_ error: CallError) -> Result { Result(isSuccess: false, observation: observation(of: error)) }

    /// The layer that refused, and the steps of the check that did.
    private func observation(of error: CallError) -> Observation {
        let failure = host.machine.lastFailure
        guard let failure, failure.error == error else {
            return Observation(
                verdict: .denied, layers: [WindowsLayer.deciding(error)], answer: error.code.description,
                derivation: ["\(error)"])
        }
        return Observation(
            verdict: .denied, layers: [WindowsLayer.deciding(failure)], answer: error.code.description,
            derivation: WindowsDerivation.lines(failure))
    }

    private static func action(of verb: Verb, _ arguments: [String]) -> Action? {
        if let path = arguments.first, isKey(path) { return registryActions[verb.name] }
        return fileActions[verb.name] ?? securityActions[verb.name] ?? networkActions[verb.name]
            ?? processActions[verb.name] ?? systemActions[verb.name] ?? setupActions[verb.name]
    }
}
