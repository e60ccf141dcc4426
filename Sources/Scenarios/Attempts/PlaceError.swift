/// A place that is not known, or a byte that cannot be read.
public struct PlaceError: Error, Hashable, Sendable {
    /// What is wrong.
    public let reason: String
}
