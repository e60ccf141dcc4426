/// What a platform made of an attempt.
public struct Observation: Hashable, Sendable {
    /// The verdict.
    public let verdict: Verdict
    /// The layers that give such an answer; the one that decided is among them.
    public let layers: Set<Layer>
    /// The answer in the platform's own words: `EACCES`, `ERROR_ACCESS_DENIED (5)`.
    public let answer: String
    /// How it came about, a line each, by the function that decided.
    public let derivation: [String]

    /// Makes an observation.
    ///
    /// - Parameters:
    ///   - verdict: the verdict.
    ///   - layers: the layers that give such an answer.
    ///   - answer: the answer in the platform's own words.
    ///   - derivation: how it came about.
    public init(verdict: Verdict, layers: Set<Layer> = [], answer: String, derivation: [String] = []) {
        self.verdict = verdict
        self.layers = layers
        self.answer = answer
        self.derivation = derivation
    }
}
