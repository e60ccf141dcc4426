/// Why bytes are not a ledger.
public struct LedgerSyntaxError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Code: String, Hashable, Sendable {
        /// The first line is not `sallyport-ledger 1`.
        case version = "unknown version"
        /// The line `end` is missing: the file was cut.
        case truncated = "the line 'end' is missing"
        /// Something follows the line `end`.
        case trailing = "something follows the line 'end'"
        /// A line begins with a word that no line begins with.
        case unknownLine = "unknown kind of line"
        /// A line has too few or too many fields.
        case fieldCount = "too few or too many fields"
        /// A group id that is no decimal number in the range of capabilities.
        case group = "not a group id of a capability"
        /// A user id that no account of the sandbox has.
        case user = "not a user id"
        /// A SID that is no capability.
        case sid = "not the SID of a capability"
        /// A path that is not absolute and plain, or not escaped as it is printed.
        case path = "not a path"
        /// An access control list that cannot be read.
        case list = "not an access control list"
        /// A line, a root, a group id or a SID stands there twice.
        case repeated = "stands there twice"
    }

    /// What is wrong.
    public let code: Code
    /// In which line, from 1.
    public let line: Int
    /// Where the field begins, in bytes from the start of the file.
    public let offset: Int
}
