/// Scenarios against columns: what was expected and what was observed.
public struct Matrix: Sendable {
    /// One column: a performer in a mode.
    public struct Column: Hashable, Sendable {
        /// The performer.
        public let performer: String
        /// The mode.
        public let mode: Mode
    }

    /// One row: a scenario with its cells.
    public struct Row: Sendable {
        /// The scenario.
        public let scenario: Scenario
        /// What the controls came to, by performer; nothing for a scenario without one.
        public var controls: [String: Observation] = [:]
        /// The cells by column.
        public var cells: [Column: Cell] = [:]
    }

    /// The performers with their columns, in order.
    public var groups: [ColumnGroup]
    /// The rows in order.
    public var rows: [Row]

    /// The columns in order.
    public var columns: [Column] {
        groups.flatMap { group in group.modes.map { Column(performer: group.performer, mode: $0) } }
    }

    /// Every cell.
    public var cells: [Cell] { rows.flatMap { row in columns.compactMap { row.cells[$0] } } }

    /// How many cells have an outcome.
    ///
    /// - Parameter outcome: the outcome.
    /// - Returns: the number.
    public func count(_ outcome: Cell.Outcome) -> Int { cells.count { $0.outcome == outcome } }

    /// Whether every expectation was met and every control holds.
    public var isGreen: Bool { cells.allSatisfy { $0.outcome == .agrees || $0.outcome == .observed } }
}
