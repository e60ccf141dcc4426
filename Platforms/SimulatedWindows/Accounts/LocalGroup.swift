public import WindowsSecurity

/// A local group; Windows: an alias of the security accounts manager, `LOCALGROUP_INFO_1`.
public struct LocalGroup: Hashable, Sendable {
    /// The name; compared without regard to case.
    public var name: String
    /// The SID.
    public let sid: SID
    /// The members.
    public var members: Set<SID> = []
    /// The comment.
    public var comment = ""
}
