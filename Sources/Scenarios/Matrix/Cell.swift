/// One cell of the matrix: what was expected of a scenario in a column and mode, and what was observed.
public struct Cell: Sendable {
    /// How the two compare.
    public enum Outcome: String, Sendable, CaseIterable, Codable {
        /// As expected, decided by a layer that was named.
        case agrees
        /// The verdict is another.
        case differs
        /// The verdict is the expected one, but another layer gave it.
        case otherLayer = "other-layer"
        /// The control fails, so that the row shows nothing.
        case invalid
        /// Nothing is expected of this column.
        case observed
    }

    /// The expectation, where there is one.
    public let expectation: Expectation?
    /// The observation.
    public let observation: Observation
    /// How they compare.
    public let outcome: Outcome

    /// Compares.
    ///
    /// - Parameters:
    ///   - expectation: what was expected.
    ///   - observation: what was observed.
    ///   - controlHolds: whether the same attempt succeeds without a sandbox.
    public init(expectation: Expectation?, observation: Observation, controlHolds: Bool = true) {
        self.expectation = expectation
        self.observation = observation
        guard let expectation else {
            outcome = .observed
            return
        }
        if expectation.verdict != observation.verdict {
            outcome = .differs
        } else if expectation.verdict == .denied, !expectation.layers.isEmpty,
            observation.layers.isDisjoint(with: expectation.layers)
        {
            outcome = .otherLayer
        } else {
            outcome = controlHolds || expectation.verdict == .notApplicable ? .agrees : .invalid
        }
    }
}
