internal import SimulatedWindows
internal import WindowsSecurity

/// Attempts of one process on a simulated machine: each verb as the calls that stand for it.
struct SimulatedCall {
    let host: SimulatedHost
    let process: ProcessIdentifier
    let places: Places
    let people: [Actor: ProcessIdentifier]

    /// What an attempt came to.
    struct Result {
        let isSuccess: Bool
        let observation: Observation

        static func notApplicable(_ reason: String) -> Result {
            Result(isSuccess: false, observation: Observation(verdict: .notApplicable, answer: reason))
        }
    }

    /// What the arguments and the machine make of a verb; nothing for a verb that Windows does not have.
    typealias Action = @Sendable (SimulatedCall, [String]) throws(CallError) -> Void

    /// Performs an attempt.
    func perform(_ attempt: Attempt) -> Result {
        let arguments: [String]
        do throws(PlaceError) {
            arguments = try attempt.resolved(in: places)
        } catch {
            return .notApplicable(error.reason)
        }
        guard let action = Self.action(of: attempt.verb) else {
            return .notApplicable("Windows has nothing that '\(attempt.verb.name)' could stand for")
        }
        do throws(CallError) {
            try action(self, arguments)
            return Result(isSuccess: true, observation: Observation(verdict: .allowed, answer: "ERROR_SUCCESS (0)"))
        } catch {
            return Result(isSuccess: false, observation: observation(of: error))
        }
    }

    /// The layer that refused, and the steps of the check that did.
    private func observation(of error: CallError) -> Observation {
        let failure = host.machine.lastFailure
        guard let failure, failure.error == error else {
            return Observation(
                verdict: .denied, layers: [WindowsLayer.system], answer: error.code.description,
                derivation: ["\(error)"])
        }
        return Observation(
            verdict: .denied, layers: [WindowsLayer.deciding(failure)], answer: error.code.description,
            derivation: WindowsDerivation.lines(failure))
    }

    private static func action(of verb: Verb) -> Action? {
        fileActions[verb.name] ?? networkActions[verb.name] ?? processActions[verb.name]
    }

    /// The name of a pipe out of its path.
    static func pipeName(_ path: String) -> String {
        path.split(separator: "\\").last.map(String.init) ?? path
    }
}
