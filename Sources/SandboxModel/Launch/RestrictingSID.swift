public import WindowsSecurity

/// An entry of a token's restricting list: a write passes only if the second check, made with these alone, passes too.
public enum RestrictingSID: Hashable, Sendable {
    /// A capability; the only kind a platform must find an equal for.
    case capability(Capability)
    /// The principal itself.
    case principal(Principal)
    /// The attribution of loopback connections to a proxy route.
    case proxyRoute(SID)
    /// The logon session.
    case logon
    /// Everyone, S-1-1-0.
    case everyone

    /// The capability, if the entry is one.
    public var capability: Capability? {
        if case .capability(let capability) = self { capability } else { nil }
    }
}
