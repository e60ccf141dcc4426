/// A value.
public struct RegistryValue: Codable, Hashable, Sendable {
    /// What a value can be.
    public enum Content: Codable, Hashable, Sendable {
        /// A number; Windows: `REG_DWORD`.
        case number(UInt32)
        /// A text; Windows: `REG_SZ`.
        case text(String)
    }

    /// The name as it was given.
    public let name: String
    /// What it holds.
    public let content: Content

    /// Makes a value.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - content: what it holds.
    public init(_ name: String, _ content: Content) {
        self.name = name
        self.content = content
    }
}
