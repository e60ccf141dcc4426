/// Somebody who listens to how a decision comes about.
public protocol DerivationRecorder {
    /// Takes one step; an implementation that does not listen never evaluates it.
    ///
    /// - Parameter step: the step.
    mutating func record(_ step: @autoclosure () -> DerivationStep)
}
