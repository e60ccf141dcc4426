public import WindowsSecurity

/// A capability and what it stands for.
public struct Capability: Hashable, Sendable {
    /// The writable root; nothing for the capability of the read-only policy.
    public var root: HostPath?
    /// The identifier.
    public var sid: SID

    /// Makes a capability.
    ///
    /// - Parameters:
    ///   - root: the writable root, or nothing.
    ///   - sid: the identifier.
    public init(root: HostPath?, sid: SID) {
        self.root = root
        self.sid = sid
    }
}
