internal import Foundation
internal import KernelStage

/// Performs trials for real: in the sandbox, by the probe, on private machines in namespaces.
public struct LinuxPerformer: Performer {
    /// What confines the commands.
    public let confinement: LinuxConfinement
    /// How many private machines work at the same time.
    public let jobs: Int
    /// Programs that take the place of the products of the same name, by their paths.
    public var replacements: [String] = []

    /// Makes a performer.
    ///
    /// - Parameters:
    ///   - confinement: what confines the commands.
    ///   - jobs: how many private machines work at the same time.
    public init(_ confinement: LinuxConfinement = .elevated, jobs: Int = 2) {
        self.confinement = confinement
        self.jobs = max(1, jobs)
    }

    /// The column.
    public var name: String { confinement.rawValue }
    /// The platform whose expectations hold.
    public var platform: Platform? { confinement.platform }
    /// The modes that mean something there.
    public var modes: [Mode] { confinement.modes }

    /// Performs trials, in as many private machines at a time as there are jobs.
    ///
    /// - Parameters:
    ///   - trials: the trials.
    ///   - progress: called with the number of trials that have ended since the last call, from any thread.
    /// - Returns: what was observed, in the order of the trials.
    /// - Throws: ``PerformerError`` when a private machine cannot be made, or a program on it does not answer.
    public func perform(
        _ trials: [Trial], progress: @escaping @Sendable (Int) -> Void
    ) throws(PerformerError) -> [Observation] {
        let batches = batches(of: Array(trials.enumerated()))
        let results = batches.concurrentMap(jobs: jobs) { batch in
            defer { progress(batch.count) }
            return perform(batch.map(\.element))
        }
        var observations: [Observation] = []
        for result in results { observations += try result.get() }
        let order = batches.joined().map(\.offset)
        return zip(order, observations).sorted { $0.0 < $1.0 }.map(\.1)
    }

    private typealias Numbered = (offset: Int, element: Trial)

    /// Trials of one host, so few that progress shows and so many that building the host does not.
    ///
    /// Controls are kept apart: root's succeed at breaking the sandbox that others need.
    private func batches(of trials: [Numbered]) -> [[Numbered]] {
        let size = max(20, min(120, trials.count / jobs + 1))
        var batches: [[Numbered]] = []
        for part in [trials.filter { $0.element.mode == nil }, trials.filter { $0.element.mode != nil }] {
            var batch: [Numbered] = []
            for trial in part {
                if batch.count == size || batch.first?.element.scenario.host.name != trial.element.scenario.host.name {
                    batches.append(batch)
                    batch = []
                }
                batch.append(trial)
            }
            batches.append(batch)
        }
        return batches.filter { !$0.isEmpty }
    }

    private var programs: [String] {
        Self.programs.map { name in
            replacements.first { $0.hasSuffix("/" + name) } ?? name
        }
    }

    private func perform(_ trials: [Trial]) -> Result<[Observation], PerformerError> {
        guard let host = trials.first?.scenario.host else { return .success([]) }
        do {
            let script = try LinuxScript(host: host, confinement: confinement)
            let stage = Stage(
                programs: programs, hasPeer: true,
                timeLimit: 60 + 30 * trials.count)
            let result = try stage.run(try script.text(trials))
            guard result.status == 0 else {
                let reason = result.standardError.suffix(600) + result.standardOutput.suffix(200)
                return .failure(PerformerError("the private machine ended with status \(result.status): \(reason)"))
            }
            let records = try LinuxRecord.records(result.standardOutput)
            return .success(
                trials.indices.map { LinuxRecord.observation(records[$0] ?? [], of: trials[$0], by: confinement) })
        } catch {
            return .failure(PerformerError("\(error)"))
        }
    }
}
