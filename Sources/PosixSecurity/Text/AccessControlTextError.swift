/// Why a text is not an access control list.
public struct AccessControlTextError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Code: Hashable, Sendable {
        /// A tag other than `user`, `group`, `mask`, `other` or their first letters.
        case unknownTag
        /// A colon is missing.
        case missingColon
        /// A qualifier that is not a decimal id below 2^32 - 1; names are resolved by the caller.
        case invalidIdentifier
        /// A qualifier beside `mask` or `other`.
        case unexpectedIdentifier
        /// Permissions other than three letters out of `rwx-` in their places, or one octal digit.
        case invalidPermissions
        /// The entries break a rule of access control lists.
        case invalid(AccessControlListError)
    }

    /// What is wrong.
    public let code: Code
    /// Where, in UTF-8 bytes from the start of the text.
    public let offset: Int
}
