extension MatrixReport {
    /// What another sandbox makes of the attempts that the real one stops, and of those it lets through.
    public struct BaselineComparison: Hashable, Sendable {
        /// The real sandbox.
        public let reference: String
        /// The other one.
        public let baseline: String
        /// How many attempts that the real sandbox denies or bounds the other one stops.
        public internal(set) var stopped = 0
        /// How many of them it lets through.
        public internal(set) var passed = 0
        /// How many attempts that the real sandbox allows the other one lets through as well.
        public internal(set) var worked = 0
        /// How many of them it stops.
        public internal(set) var hindered = 0
        /// How many attempts could not be performed in the other one.
        public internal(set) var notPerformed = 0

        /// The comparison in a sentence.
        public var sentence: String {
            "\(baseline) stops \(stopped) of the \(stopped + passed) attempts that \(reference) stops, and \(hindered) of the "
                + "\(worked + hindered) that it allows; \(notPerformed) more could not be performed in \(baseline)"
        }
    }

    /// The comparisons of each other sandbox with the real ones; a column without a sandbox is compared
    /// with the command that is offline.
    public var baselineComparisons: [BaselineComparison] {
        groups.filter { !$0.isPrediction && $0.platform == nil }.flatMap { baseline in
            groups.filter { !$0.isPrediction && $0.platform != nil }.map { reference in
                var comparison = BaselineComparison(reference: reference.performer, baseline: baseline.performer)
                for row in rows {
                    for mode in baseline.modes {
                        let confined = baseline.modes == [.fullAccess] ? .offline : mode
                        guard let theirs = row.cell(baseline.performer, mode)?.observed,
                            let ours = row.cell(reference.performer, confined)?.observed
                        else { continue }
                        comparison.count(ours, theirs)
                    }
                }
                return comparison
            }
        }
    }
}

extension MatrixReport.BaselineComparison {
    fileprivate mutating func count(_ ours: Verdict, _ theirs: Verdict) {
        switch (ours, theirs) {
        case (.notApplicable, _): break
        case (_, .notApplicable): notPerformed += 1
        case (.allowed, .denied): hindered += 1
        case (.allowed, _): worked += 1
        case (_, .denied), (.bounded, .bounded): stopped += 1
        case (_, .allowed), (.denied, .bounded): passed += 1
        }
    }
}
