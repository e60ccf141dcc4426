/// What is expected of a scenario on one platform in one mode.
public struct Expectation: Hashable, Sendable {
    /// The verdict.
    public let verdict: Verdict
    /// The layers of which one has to decide; none are named for what is allowed.
    public let layers: [Layer]
    /// Why this platform differs from the others, when it does.
    public let divergence: Divergence?

    /// Makes an expectation.
    ///
    /// - Parameters:
    ///   - verdict: the verdict.
    ///   - layers: the layers of which one has to decide.
    ///   - divergence: why this platform differs from the others.
    public init(verdict: Verdict, layers: [Layer] = [], divergence: Divergence? = nil) {
        self.verdict = verdict
        self.layers = layers
        self.divergence = divergence
    }
}
