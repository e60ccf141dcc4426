extension MatrixReport {
    /// How the two cells of a scenario in a mode compare.
    public enum Comparison: Hashable, Sendable {
        /// Both give the same verdict.
        case same
        /// They differ, and the scenario declares it with a reason.
        case declared
        /// They differ, and nothing says so.
        case silent
        /// One of them has no such thing, so that its verdict says nothing about the other's.
        case notApplicable
    }
}

extension MatrixReport.Row {
    /// How a prediction compares with an observation.
    ///
    /// - Parameters:
    ///   - predicted: the performer that predicts.
    ///   - observed: the performer that is real.
    ///   - mode: the mode.
    /// - Returns: nothing unless both have a cell.
    public func comparison(_ predicted: String, _ observed: String, _ mode: Mode) -> MatrixReport.Comparison? {
        guard let left = cell(predicted, mode), let right = cell(observed, mode) else { return nil }
        if left.observed == right.observed { return .same }
        if left.observed == .notApplicable || right.observed == .notApplicable { return .notApplicable }
        return left.divergence != nil || right.divergence != nil ? .declared : .silent
    }
}
