/// Why the value of an extended attribute is not an access control list.
public struct ExtendedAttributeError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Code: Hashable, Sendable {
        /// Shorter than the four bytes of the version.
        case truncatedHeader
        /// A version other than 2 (`POSIX_ACL_XATTR_VERSION`).
        case unknownVersion(UInt32)
        /// The bytes end in the middle of an entry.
        case truncatedEntry
        /// A tag that acl(5) does not know.
        case unknownTag(UInt16)
        /// The entries break a rule of access control lists.
        case invalid(AccessControlListError)
    }

    /// What is wrong.
    public let code: Code
    /// Where, in bytes from the start of the value.
    public let offset: Int
}
