/// A declared difference between platforms.
public struct Divergence: Hashable, Sendable, Codable {
    /// Why.
    public let reason: String
    /// The section of `docs/mapping.md` that explains it, by its anchor.
    public let section: String

    /// Makes a divergence.
    ///
    /// - Parameters:
    ///   - reason: why.
    ///   - section: the anchor of a section of `docs/mapping.md`.
    public init(reason: String, section: String) {
        self.reason = reason
        self.section = section
    }
}
