/// Performs a corpus on platforms and compares.
public struct Validation: Sendable {
    /// The performers, a group of columns each.
    public let performers: [any Performer]
    /// The modes that are wanted.
    public let modes: [Mode]

    /// Makes a validation.
    ///
    /// - Parameters:
    ///   - performers: the performers.
    ///   - modes: the modes that are wanted.
    public init(performers: [any Performer], modes: [Mode] = Mode.allCases) {
        self.performers = performers
        self.modes = modes
    }

    /// How many trials there are for scenarios.
    ///
    /// - Parameter scenarios: the scenarios.
    /// - Returns: the number of trials of all performers.
    public func size(of scenarios: [Scenario]) -> Int {
        performers.reduce(0) { $0 + trials(for: scenarios, $1).count }
    }

    /// Performs every trial.
    ///
    /// - Parameters:
    ///   - scenarios: the scenarios.
    ///   - progress: called with the number of trials that have ended since the last call, from any thread.
    /// - Returns: the matrix.
    /// - Throws: ``PerformerError`` when a platform cannot be used.
    public func run(
        _ scenarios: [Scenario], progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws(PerformerError) -> Matrix {
        var rows: [String: Matrix.Row] = [:]
        for scenario in scenarios { rows[scenario.id] = Matrix.Row(scenario: scenario) }
        for performer in performers {
            let trials = trials(for: scenarios, performer)
            let observations = try performer.perform(trials, progress: progress)
            for (trial, observation) in zip(trials, observations) where trial.mode == nil {
                rows[trial.scenario.id]?.controls[performer.name] = observation
            }
            for (trial, observation) in zip(trials, observations) {
                guard let mode = trial.mode else { continue }
                let scenario = trial.scenario
                let control = rows[scenario.id]?.controls[performer.name]
                rows[scenario.id]?.cells[Matrix.Column(performer: performer.name, mode: mode)] = Cell(
                    expectation: performer.platform.flatMap { scenario.expectation(on: $0, in: mode) },
                    observation: observation, controlHolds: control.map { $0.verdict == .allowed } ?? true)
            }
        }
        return Matrix(
            groups: performers.map { ColumnGroup($0, modes: modes) }, rows: scenarios.compactMap { rows[$0.id] })
    }

    private func modes(of performer: any Performer) -> [Mode] { modes.filter(performer.modes.contains) }

    /// The trials of a performer: the control where there is one, and every mode that something is expected of.
    private func trials(for scenarios: [Scenario], _ performer: any Performer) -> [Trial] {
        scenarios.flatMap { scenario in
            let wanted = modes(of: performer).filter { mode in
                performer.platform.map { scenario.expectation(on: $0, in: mode) != nil } ?? true
            }
            guard case .succeeds = scenario.control, !wanted.isEmpty else {
                return wanted.map { Trial(scenario, in: $0) }
            }
            return [Trial(scenario, in: nil)] + wanted.map { Trial(scenario, in: $0) }
        }
    }
}
