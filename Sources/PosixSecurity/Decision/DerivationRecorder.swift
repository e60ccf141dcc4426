/// Somebody who listens to how a decision comes about.
public protocol DerivationRecorder {
    /// Takes one step; an implementation that does not listen never evaluates it.
    ///
    /// - Parameter step: the step.
    mutating func record(_ step: @autoclosure () -> DerivationStep)
}

/// Nobody listens; costs nothing.
public struct SilentRecorder: DerivationRecorder, Sendable {
    /// Makes one.
    public init() {}

    /// Drops the step unevaluated.
    ///
    /// - Parameter step: the step.
    @inlinable public mutating func record(_ step: @autoclosure () -> DerivationStep) {}
}

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
