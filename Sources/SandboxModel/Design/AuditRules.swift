/// When a design looks for directories that everybody may write, and what it does with them.
public struct AuditRules: Hashable, Sendable {
    /// When it looks.
    public enum Occasion: String, CaseIterable, Hashable, Sendable {
        /// Never.
        case never
        /// When a person at a screen starts the command.
        case interactive
        /// Before every command.
        case always
    }

    /// When it looks.
    public var occasion: Occasion
    /// Whether a directory inside a writable root is denied too.
    public var deniesInsideRoots: Bool

    /// Makes rules.
    ///
    /// - Parameters:
    ///   - occasion: when the design looks.
    ///   - deniesInsideRoots: whether a directory inside a writable root is denied too.
    public init(_ occasion: Occasion, deniesInsideRoots: Bool = false) {
        self.occasion = occasion
        self.deniesInsideRoots = deniesInsideRoots
    }
}
