/// A file or directory as the file rules see it.
///
/// Windows: the `File` and the `Link` through which it was reached, MS-FSA 2.1.1.3 and 2.1.1.4.
public struct FileObject: Hashable, Sendable {
    /// Its descriptor.
    public var descriptor: SecurityDescriptor
    /// Whether it is a directory.
    public var isDirectory: Bool
    /// Whether a directory holds nothing.
    public var isEmpty: Bool
    /// Whether it carries `FILE_ATTRIBUTE_READONLY`.
    public var isReadOnly: Bool
    /// Whether it waits for its last handle to be closed and is gone then.
    public var isDeletePending: Bool

    /// Makes a file or directory.
    ///
    /// - Parameters:
    ///   - descriptor: its descriptor.
    ///   - isDirectory: whether it is a directory.
    ///   - isEmpty: whether a directory holds nothing.
    ///   - isReadOnly: whether it carries `FILE_ATTRIBUTE_READONLY`.
    ///   - isDeletePending: whether it waits for its last handle to be closed.
    public init(
        _ descriptor: SecurityDescriptor, isDirectory: Bool = false, isEmpty: Bool = true, isReadOnly: Bool = false,
        isDeletePending: Bool = false
    ) {
        self.descriptor = descriptor
        self.isDirectory = isDirectory
        self.isEmpty = isEmpty
        self.isReadOnly = isReadOnly
        self.isDeletePending = isDeletePending
    }
}
