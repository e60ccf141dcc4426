/// One wish about a trustee in an access control list.
///
/// Windows: `EXPLICIT_ACCESS` in accctrl.h.
public struct ExplicitAccess: Hashable, Sendable {
    /// What is to be done; Windows: `ACCESS_MODE`.
    public enum Mode: String, Hashable, Sendable {
        /// Rights are added to those the trustee has; `GRANT_ACCESS`.
        case grant
        /// Rights replace all entries of the trustee; `SET_ACCESS`.
        case set
        /// Rights are denied, besides those that are denied already; `DENY_ACCESS`.
        case deny
        /// The entries that allow or audit something are removed; `REVOKE_ACCESS`.
        case revoke
    }

    /// What is to be done.
    public var mode: Mode
    /// Whom it is about.
    public var trustee: SID
    /// The rights.
    public var mask: AccessMask
    /// How the entry is inherited.
    public var inheritance: EntryFlags

    /// Makes a wish.
    ///
    /// - Parameters:
    ///   - mode: what is to be done.
    ///   - trustee: whom it is about.
    ///   - mask: the rights.
    ///   - inheritance: how the entry is inherited.
    public init(_ mode: Mode, trustee: SID, mask: AccessMask, inheritance: EntryFlags = []) {
        self.mode = mode
        self.trustee = trustee
        self.mask = mask
        self.inheritance = inheritance
    }
}
