/// A platform could not be used.
public struct PerformerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried, what came back, and what to do.
    public let description: String

    /// Makes an error.
    ///
    /// - Parameter description: what was tried, what came back, and what to do.
    public init(_ description: String) { self.description = description }
}
