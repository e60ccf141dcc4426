extension MatrixReport {
    /// The sums of a report.
    public struct Summary: Codable, Hashable, Sendable {
        /// How many scenarios there are.
        public let scenarios: Int
        /// How many cells there are.
        public let cells: Int
        /// How many cells there are of each outcome.
        public let outcomes: [String: Int]
        /// How many scenarios have a control that was performed and holds.
        public let controlled: Int
        /// How many divergences are declared, one a scenario and platform.
        public let divergences: Int

        init(_ rows: [Row]) {
            let all = rows.flatMap(\.cells)
            scenarios = rows.count
            cells = all.count
            outcomes = Dictionary(
                uniqueKeysWithValues: Scenarios.Cell.Outcome.allCases.map { outcome in
                    (outcome.rawValue, all.count { $0.outcome == outcome })
                })
            controlled = rows.count { $0.hasValidControl }
            divergences = rows.reduce(0) { $0 + $1.divergences.count }
        }

        /// How many cells have an outcome.
        ///
        /// - Parameter outcome: the outcome.
        /// - Returns: the number.
        public func count(_ outcome: Scenarios.Cell.Outcome) -> Int { outcomes[outcome.rawValue] ?? 0 }

        /// The sums in two sentences.
        public var sentences: [String] {
            var first =
                "\(scenarios) scenarios, \(cells) cells: \(count(.agrees)) as expected, \(count(.differs)) differ, "
                + "\(count(.otherLayer)) by another layer, \(count(.invalid)) without a valid control"
            if count(.observed) > 0 { first += ", \(count(.observed)) only observed" }
            return [
                first,
                "\(controlled) of \(scenarios) scenarios have a valid control; \(divergences) divergences are declared",
            ]
        }
    }
}
