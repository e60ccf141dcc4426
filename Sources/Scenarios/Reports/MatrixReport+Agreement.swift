extension MatrixReport {
    /// What was predicted beside what was observed, over the scenarios and modes that both have.
    public struct Agreement: Hashable, Sendable {
        /// The performer that predicts.
        public let predicted: String
        /// The performer that is real.
        public let observed: String
        /// In how many cells both give the same verdict.
        public internal(set) var same = 0
        /// In how many they differ, and that was declared.
        public internal(set) var declared = 0
        /// In how many they differ, and nobody said so.
        public internal(set) var silent = 0
        /// In how many one of them has no such thing.
        public internal(set) var notApplicable = 0

        /// The comparison in a sentence.
        public var sentence: String {
            "\(predicted) and \(observed) give the same verdict in \(same) of \(same + declared + silent) cells; "
                + "\(declared) differ as declared, \(silent) silently, \(notApplicable) more do not apply to one of them"
        }
    }

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

    /// The comparisons of each predicting platform with each real one.
    public var agreements: [Agreement] {
        groups.filter { $0.isPrediction && $0.platform != nil }.flatMap { predicted in
            groups.filter { !$0.isPrediction && $0.platform != nil }.map { observed in
                var agreement = Agreement(predicted: predicted.performer, observed: observed.performer)
                for row in rows {
                    for mode in Mode.allCases {
                        switch row.comparison(predicted.performer, observed.performer, mode) {
                        case .same: agreement.same += 1
                        case .declared: agreement.declared += 1
                        case .silent: agreement.silent += 1
                        case .notApplicable: agreement.notApplicable += 1
                        case nil: break
                        }
                    }
                }
                return agreement
            }
        }
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
