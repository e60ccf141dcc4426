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
