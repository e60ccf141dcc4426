internal import WindowsSecurity

/// How a path into a share is looked at: as whom, and how far the share lets in.
struct ShareAccess {
    /// Whom the server acts as: the caller's account in a logon of its own over the network.
    let token: AccessToken
    /// The rights that the share's own list leaves.
    let limit: AccessMask
}
