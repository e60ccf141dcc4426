extension MatrixReport {
    /// One scenario with its cells.
    public struct Row: Codable, Hashable, Sendable {
        /// The scenario.
        public let id: String
        /// What is attempted.
        public let title: String
        /// The title of its file.
        public let group: String
        /// The file.
        public let file: String
        /// Where it comes from.
        public let sources: [String]
        /// The steps.
        public let attempts: [String]
        /// Who must succeed without a sandbox, or why nobody does.
        public let control: String
        /// What the controls came to, by performer.
        public let controls: [String: Verdict]
        /// The declared divergences.
        public let divergences: [PlatformDivergence]
        /// The cells, in the order of the columns.
        public let cells: [Cell]

        init(_ row: Matrix.Row, columns: [Matrix.Column]) {
            let scenario = row.scenario
            id = scenario.id
            title = scenario.title
            group = scenario.group
            file = scenario.file
            sources = scenario.sources
            attempts = scenario.attempts.map(\.description)
            control = scenario.control.description
            controls = row.controls.mapValues(\.verdict)
            divergences = scenario.divergences.map {
                PlatformDivergence(platform: $0.platform, divergence: $0.divergence)
            }
            cells = columns.compactMap { column in row.cells[column].map { Cell($0, in: column) } }
        }

        /// The cell of a column.
        ///
        /// - Parameters:
        ///   - performer: the performer.
        ///   - mode: the mode.
        /// - Returns: the cell, or nothing where the scenario has none.
        public func cell(_ performer: String, _ mode: Mode) -> Cell? {
            cells.first { $0.performer == performer && $0.mode == mode }
        }

        /// Whether every cell is as expected, or nothing was expected.
        public var isGreen: Bool { cells.allSatisfy(\.outcome.isGreen) }

        /// Whether the same attempt was made without a sandbox and succeeded wherever there is such a thing.
        public var hasValidControl: Bool {
            controls.values.contains(.allowed)
                && controls.values.allSatisfy { $0 == .allowed || $0 == .notApplicable }
        }
    }

    /// A declared divergence with the platform that differs.
    public struct PlatformDivergence: Codable, Hashable, Sendable {
        /// The platform.
        public let platform: Platform
        /// Why, and where that is explained.
        public let divergence: Divergence
    }
}

extension Control: CustomStringConvertible {
    /// The actor, or that there is none and why.
    public var description: String {
        switch self {
        case .succeeds(let actor): actor.rawValue
        case .none(let reason): "none: \(reason)"
        }
    }
}
