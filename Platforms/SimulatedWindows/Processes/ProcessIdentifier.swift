/// The number of a process: a multiple of four, never used twice.
public struct ProcessIdentifier: RawRepresentable, Codable, Hashable, Comparable, Sendable {
    /// The number.
    public let rawValue: UInt32

    /// Makes an identifier.
    ///
    /// - Parameter rawValue: the number.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Orders processes by their start.
    public static func < (left: ProcessIdentifier, right: ProcessIdentifier) -> Bool {
        left.rawValue < right.rawValue
    }
}
