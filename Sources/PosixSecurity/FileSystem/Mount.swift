/// One mount of a file system, as far as it bears on access.
///
/// Linux: mount(2), `MS_RDONLY` of a bind mount.
public struct Mount: Hashable, Sendable {
    /// Tells mounts apart: names cannot be moved from one to another.
    public let identifier: Int
    /// Whether nothing can be written through it.
    public let isReadOnly: Bool

    /// Makes a mount.
    ///
    /// - Parameters:
    ///   - identifier: a number of its own.
    ///   - isReadOnly: whether nothing can be written through it.
    public init(identifier: Int, isReadOnly: Bool) {
        self.identifier = identifier
        self.isReadOnly = isReadOnly
    }
}
