/// A matrix for people at a terminal: every cell that is not as expected, and the sums.
public struct TerminalReport {
    private let matrix: Matrix

    /// Makes the report of a matrix.
    ///
    /// - Parameter matrix: the matrix.
    public init(_ matrix: Matrix) { self.matrix = matrix }

    /// The report.
    public var text: String {
        var lines: [String] = []
        for row in matrix.rows {
            for column in matrix.columns {
                guard let cell = row.cells[column], cell.outcome != .agrees, cell.outcome != .observed else { continue }
                lines.append(
                    "\(row.scenario.file): \(row.scenario.id): \(column.performer), \(column.mode.rawValue): "
                        + complaint(cell))
            }
        }
        let coverage = matrix.coverage
        let divergences = matrix.rows.reduce(0) { $0 + $1.scenario.divergences.count }
        lines.append(
            "\(matrix.rows.count) scenarios, \(matrix.cells.count) cells: \(matrix.count(.agrees)) as expected, "
                + "\(matrix.count(.differs)) differ, \(matrix.count(.otherLayer)) by another layer, "
                + "\(matrix.count(.invalid)) without a valid control")
        lines.append(
            "\(coverage.valid) of \(coverage.all) have a valid control; \(divergences) divergences are declared")
        return lines.joined(separator: "\n") + "\n"
    }

    private func complaint(_ cell: Cell) -> String {
        let expected = cell.expectation.map { expectation in
            let layers = expectation.layers.map(\.rawValue).joined(separator: " or ")
            return expectation.verdict.rawValue + (layers.isEmpty ? "" : " by \(layers)")
        }
        let observation = "\(cell.observation.verdict.rawValue) (\(cell.observation.answer))"
        return switch cell.outcome {
        case .invalid: "the control fails, so that the row shows nothing"
        default: "expected \(expected ?? "nothing"), observed \(observation)"
        }
    }
}
