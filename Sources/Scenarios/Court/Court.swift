public import SandboxModel
internal import SimulatedWindows
internal import WindowsSecurity

/// Judges designs by what they stop, what they let work, and what they leave on the machine.
///
/// The attempts are those of a corpus that the policy wants denied in a mode, and at which the person succeeds without a sandbox:
/// what ordinary rights refuse anyway says nothing about a sandbox. Each is made by a program that the sandboxed command starts,
/// because that is how an agent's shell does anything.
public struct Court: Sendable {
    /// The program that a sandboxed command starts to make an attempt, or to do a step of work.
    static let tool = "tool.exe"

    /// The attempts' scenarios.
    let scenarios: [Scenario]
    /// The work.
    let workloads: [Workload]
    /// The modes in which attempts are made.
    let modes: [Mode]
    /// Whether it is said why something got through.
    let explainsGrants: Bool

    /// Makes a court.
    ///
    /// - Parameters:
    ///   - scenarios: the corpus.
    ///   - workloads: the work.
    ///   - modes: the modes in which attempts are made.
    ///   - explainsGrants: whether it is said why something got through.
    public init(
        scenarios: [Scenario], workloads: [Workload], modes: [Mode] = Mode.confined, explainsGrants: Bool = false
    ) {
        self.modes = modes
        self.workloads = workloads
        self.explainsGrants = explainsGrants
        self.scenarios = scenarios.filter { scenario in
            guard scenario.control == .succeeds(.user) else { return false }
            return modes.contains { scenario.verdicts[$0] == .denied }
        }
    }

    /// How many steps of progress a run has.
    ///
    /// - Parameter designs: how many designs are judged.
    /// - Returns: the number.
    public func size(designs: Int) -> Int {
        scenarios.count + designs * (cases(of: scenarios).count + workloads.count)
    }

    /// Judges designs.
    ///
    /// - Parameters:
    ///   - designs: the designs.
    ///   - jobs: how many at the same time.
    ///   - progress: called with the number of steps that have ended since the last call, from any thread.
    /// - Returns: the figures.
    /// - Throws: ``PerformerError`` when a host cannot be built on the simulated machine.
    public func run(
        _ designs: [SandboxDesign], jobs: Int = 1, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws(PerformerError) -> CourtReport {
        let controls = try SimulatedPerformer(design: .noSandbox).perform(
            scenarios.map { Trial($0, in: nil) }, progress: progress)
        let valid = zip(scenarios, controls).filter { $0.1.verdict == .allowed }.map(\.0)
        let cases = cases(of: valid)
        let results = designs.concurrentMap(jobs: jobs) { design in
            let hearing = Hearing(court: self, design: design, cases: cases, progress: progress)
            return Result { () throws(PerformerError) in try hearing.entry() }
        }
        return CourtReport(
            modes: modes, uncounted: self.cases(of: scenarios).count - cases.count,
            designs: try results.map { result throws(PerformerError) in try result.get() })
    }

    private func cases(of scenarios: [Scenario]) -> [Trial] {
        scenarios.flatMap { scenario in
            modes.filter { scenario.verdicts[$0] == .denied }.map { Trial(scenario, in: $0) }
        }
    }
}

extension Mode {
    /// The modes with a sandbox.
    public static let confined: [Mode] = [.readOnly, .offline, .online]
}
