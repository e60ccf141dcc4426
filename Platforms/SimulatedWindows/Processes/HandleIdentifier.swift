/// The number by which a process names an open object; a multiple of four, never used twice.
public struct HandleIdentifier: RawRepresentable, Codable, Hashable, Sendable {
    /// The number.
    public let rawValue: UInt32

    /// Makes an identifier.
    ///
    /// - Parameter rawValue: the number.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
}
