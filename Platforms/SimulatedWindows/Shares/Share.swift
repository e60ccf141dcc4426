public import WindowsSecurity

/// A directory that a machine offers to others.
///
/// Windows: `SHARE_INFO_502`, `\\server\name`.
public struct Share: Hashable, Sendable {
    /// The name, compared without regard to case.
    public let name: String
    /// The machine that offers it by its name in the network, or nothing for this one.
    public let server: String?
    /// Who may come in, and for what.
    public let descriptor: SecurityDescriptor
    /// The directory.
    let root: FileReference
}

/// How a path into a share is looked at: as whom, and how far the share lets in.
struct ShareAccess {
    /// Whom the server acts as: the caller's account in a logon of its own over the network.
    let token: AccessToken
    /// The rights that the share's own list leaves.
    let limit: AccessMask
}
