/// Keeps every step in order.
public struct DerivationLog: DerivationRecorder, Hashable, Sendable {
    /// The steps so far.
    public private(set) var steps: [DerivationStep] = []

    /// Makes an empty one.
    public init() {}

    /// Appends the step.
    ///
    /// - Parameter step: the step.
    public mutating func record(_ step: @autoclosure () -> DerivationStep) { steps.append(step()) }
}
