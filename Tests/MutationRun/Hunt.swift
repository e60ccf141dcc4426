import Scenarios

/// Performs scenarios a few at a time until one is not as expected.
struct Hunt {
    /// What noticed.
    struct Red: CustomStringConvertible {
        let description: String
    }

    private let performer: any Performer
    private let scenarios: [Scenario]

    init(_ performer: any Performer, _ scenarios: [Scenario]) {
        self.performer = performer
        self.scenarios = scenarios
    }

    func firstRed() throws -> Red? {
        var rest = scenarios[...]
        while !rest.isEmpty {
            let matrix: Matrix
            do throws(PerformerError) {
                matrix = try Validation(performers: [performer], modes: [.readOnly, .offline, .online])
                    .run(Array(rest.prefix(40)))
            } catch {
                // A design that cannot be set up is noticed before any attempt.
                guard performer is MutantPerformer else { throw error }
                return Red(description: error.description)
            }
            for row in matrix.rows {
                for column in matrix.columns {
                    guard let cell = row.cells[column], cell.outcome == .differs || cell.outcome == .otherLayer else {
                        continue
                    }
                    return Red(
                        description: "\(row.scenario.id), \(column.mode.rawValue): expected "
                            + "\(cell.expectation?.verdict.rawValue ?? "?"), \(cell.observation.answer)")
                }
            }
            rest = rest.dropFirst(40)
        }
        return nil
    }
}
