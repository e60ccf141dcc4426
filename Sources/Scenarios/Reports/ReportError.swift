/// A report that cannot be read, or parts that do not belong together.
public struct ReportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Which file, what is wrong with it, and what to do.
    public let description: String

    /// Makes an error.
    ///
    /// - Parameter description: which file, what is wrong with it, and what to do.
    public init(_ description: String) { self.description = description }
}
