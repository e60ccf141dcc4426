/// Nobody listens; costs nothing.
public struct SilentRecorder: DerivationRecorder, Sendable {
    /// Makes one.
    public init() {}

    /// Drops the step unevaluated.
    ///
    /// - Parameter step: the step.
    @inlinable public mutating func record(_ step: @autoclosure () -> DerivationStep) {}
}
