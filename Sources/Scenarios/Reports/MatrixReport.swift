internal import Foundation

/// A matrix as JSON: what was expected and observed in every cell, and the sums.
public struct MatrixReport: Codable, Sendable {
    /// One cell.
    public struct Cell: Codable, Sendable {
        /// The performer.
        public let column: String
        /// The mode.
        public let mode: Mode
        /// How expectation and observation compare.
        public let outcome: Scenarios.Cell.Outcome
        /// The verdict that was expected, if one was.
        public let expected: Verdict?
        /// The layers of which one should decide.
        public let layers: [Layer]
        /// The verdict that was observed.
        public let observed: Verdict
        /// The layers that give such an answer.
        public let deciding: [Layer]
        /// The answer in the platform's own words.
        public let answer: String
        /// How it came about.
        public let derivation: [String]
        /// Why the platform differs from the others, if that was declared.
        public let divergence: Divergence?
    }

    /// One row.
    public struct Row: Codable, Sendable {
        /// The scenario.
        public let id: String
        /// What is attempted.
        public let title: String
        /// The title of its file.
        public let group: String
        /// Where it comes from.
        public let sources: [String]
        /// The steps.
        public let attempts: [String]
        /// What the controls came to, by performer.
        public let controls: [String: Verdict]
        /// The cells.
        public let cells: [Cell]
    }

    /// The rows.
    public let rows: [Row]
    /// How many cells there are of each outcome.
    public let outcomes: [String: Int]

    /// Makes the report of a matrix.
    ///
    /// - Parameter matrix: the matrix.
    public init(_ matrix: Matrix) {
        rows = matrix.rows.map { row in
            Row(
                id: row.scenario.id, title: row.scenario.title, group: row.scenario.group,
                sources: row.scenario.sources, attempts: row.scenario.attempts.map(\.description),
                controls: row.controls.mapValues(\.verdict),
                cells: matrix.columns.compactMap { column in row.cells[column].map { Cell($0, in: column) } })
        }
        outcomes = Dictionary(
            uniqueKeysWithValues: Scenarios.Cell.Outcome.allCases.map { ($0.rawValue, matrix.count($0)) })
    }

    /// The report as JSON, keys in order.
    ///
    /// - Throws: what the encoder throws; nothing does.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}

extension MatrixReport.Cell {
    fileprivate init(_ cell: Cell, in column: Matrix.Column) {
        self.column = column.performer
        mode = column.mode
        outcome = cell.outcome
        expected = cell.expectation?.verdict
        layers = cell.expectation?.layers ?? []
        observed = cell.observation.verdict
        deciding = cell.observation.layers.sorted { $0.rawValue < $1.rawValue }
        answer = cell.observation.answer
        derivation = cell.observation.derivation
        divergence = cell.expectation?.divergence
    }
}
