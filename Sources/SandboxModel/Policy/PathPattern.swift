/// A pattern of paths as `.gitignore` writes them; gitignore(5).
///
/// `*`, `?` and `[…]` stay inside one component, `**` alone in a component stands for any number of them. A `[` that is never closed is
/// an ordinary character.
public struct PathPattern: Hashable, Sendable {
    /// One component of a pattern.
    public enum Component: Hashable, Sendable {
        /// A name without wildcards.
        case literal([UInt8])
        /// A name with wildcards.
        case wildcard([Element])
        /// Any number of components, `**`.
        case anything
    }

    /// What one place of a component may be.
    public enum Element: Hashable, Sendable {
        /// This byte.
        case byte(UInt8)
        /// Any character but a separator.
        case one
        /// Any number of them.
        case many
        /// One character in these ranges, or outside them.
        case ranges([ClosedRange<UInt8>], isNegated: Bool)
    }

    /// The components from the root down.
    public let components: [Component]

    /// The directory above the first wildcard, where a search begins.
    public var base: [[UInt8]] {
        components.prefix { if case .literal = $0 { true } else { false } }.compactMap {
            if case .literal(let name) = $0 { name } else { nil }
        }
    }

    /// The components below the base.
    var rest: ArraySlice<Component> { components.dropFirst(base.count) }

    /// Whether the pattern reaches any depth.
    public var isRecursive: Bool { components.contains(.anything) }

    /// Makes a pattern of its components.
    init(components: [Component]) { self.components = components }
}
