/// Whether a new DACL keeps the entries of the parent away.
///
/// Windows: `PROTECTED_DACL_SECURITY_INFORMATION` and its opposite, winnt.h.
public enum DescriptorProtection: Hashable, Sendable {
    /// As it was.
    case unchanged
    /// The parent's entries stay away.
    case protected
    /// The parent's entries come back.
    case unprotected
}
