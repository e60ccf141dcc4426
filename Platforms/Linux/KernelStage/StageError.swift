/// A stage could not be built.
public struct StageError: Error, CustomStringConvertible {
    /// What was tried and what came back.
    public let description: String
}
