extension MatrixReport {
    /// One cell.
    public struct Cell: Codable, Hashable, Sendable {
        /// The performer.
        public let performer: String
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

        init(_ cell: Scenarios.Cell, in column: Matrix.Column) {
            performer = column.performer
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

        /// What was expected, in words: `denied by mounts or credentials`; nothing where nothing was.
        public var expectation: String? { expected.map { Self.words($0, layers) } }

        /// What was observed, in words: `denied by mounts (EROFS)`.
        public var observation: String { "\(Self.words(observed, deciding)) (\(answer))" }

        /// What is wrong with the cell; nothing when it is as expected, or nothing was expected.
        public var complaint: String? {
            switch outcome {
            case .agrees, .observed: nil
            case .invalid: "the control fails, so that the row shows nothing; observed \(observation)"
            case .differs, .otherLayer: "expected \(expectation ?? "nothing"), observed \(observation)"
            }
        }

        private static func words(_ verdict: Verdict, _ layers: [Layer]) -> String {
            let names = layers.map(\.rawValue).joined(separator: " or ")
            return verdict.rawValue + (names.isEmpty ? "" : " by \(names)")
        }
    }
}

extension Cell.Outcome {
    /// Whether there is nothing to complain about.
    public var isGreen: Bool { self == .agrees || self == .observed }
}
