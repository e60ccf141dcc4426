internal import WindowsSecurity

/// How a path into a share is looked at: through which share, and as whom.
struct ShareAccess {
    /// The name of the share.
    let name: String
    /// The share's own list.
    let descriptor: SecurityDescriptor
    /// Whom the server acts as: the caller's account in a logon of its own over the network.
    let token: AccessToken
}
