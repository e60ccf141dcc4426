/// Why a new object cannot get a descriptor.
///
/// Windows: what `SeAssignSecurityEx` in wdm.h returns.
public struct CreationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The reason, by its Windows name.
    public enum Code: String, Hashable, Sendable {
        /// The owner is missing in the parent, or may not be set by this token.
        case invalidOwner = "STATUS_INVALID_OWNER"
        /// The group is missing in the parent and in the token.
        case invalidPrimaryGroup = "STATUS_INVALID_PRIMARY_GROUP"
        /// A SACL was given without `SeSecurityPrivilege`.
        case privilegeNotHeld = "STATUS_PRIVILEGE_NOT_HELD"
    }

    /// The reason.
    public let code: Code

    /// The error in one line.
    public var description: String {
        switch code {
        case .invalidOwner:
            "cannot make the descriptor: \(code.rawValue): name an owner that the token may set"
        case .invalidPrimaryGroup: "cannot make the descriptor: \(code.rawValue): name a primary group"
        case .privilegeNotHeld: "cannot make the descriptor: \(code.rawValue): enable SeSecurityPrivilege"
        }
    }
}
