/// A place in a token's restricting list.
public enum RestrictingListPlace: String, CaseIterable, Hashable, Sendable {
    /// The capabilities of the command.
    case capabilities
    /// The account the command runs as.
    case principal
    /// The proxy route, where there is one.
    case proxyRoute = "proxy-route"
    /// The logon session.
    case logon
    /// Everyone.
    case everyone
}
