/// A SID in a token and how it counts there.
///
/// Windows: `SID_AND_ATTRIBUTES` in winnt.h.
public struct TokenGroup: Hashable, Sendable {
    /// The group, session or capability.
    public var sid: SID
    /// How it counts.
    public var attributes: GroupAttributes

    /// Makes a group.
    ///
    /// - Parameters:
    ///   - sid: the group, session or capability.
    ///   - attributes: how it counts.
    public init(_ sid: SID, _ attributes: GroupAttributes = .usual) {
        self.sid = sid
        self.attributes = attributes
    }

    /// Whether the SID counts for granting.
    public var isEnabled: Bool { attributes.contains(.enabled) && !attributes.contains(.useForDenyOnly) }

    /// Whether the SID counts for denying only.
    public var isDenyOnly: Bool { attributes.contains(.useForDenyOnly) }
}
