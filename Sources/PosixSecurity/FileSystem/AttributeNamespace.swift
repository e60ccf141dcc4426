/// The namespaces of extended attributes, which differ in who may write them.
///
/// Linux: xattr(7).
public enum AttributeNamespace: String, CaseIterable, Hashable, Sendable {
    /// `user.*`: whoever may write the file or directory.
    case user
    /// `system.posix_acl_access` and `system.posix_acl_default`: the owner.
    case accessControlList
    /// `trusted.*` and most of `security.*`: privileged processes.
    case privileged
}
