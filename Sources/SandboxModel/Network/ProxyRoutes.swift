public import WindowsSecurity

/// The routes of a managed proxy: which restricting SID stands for which command's policy.
///
/// Each route has a random SID in the restricting list of its command and of everything that one starts, so a connection's process says by its
/// token whose connection it is.
public struct ProxyRoutes: Sendable {
    private var routes: Set<SID> = []

    /// Makes a proxy without routes.
    public init() {}

    /// Opens a route.
    ///
    /// - Parameter generator: a cryptographically strong source.
    /// - Returns: the SID of the route, in the form of a capability.
    public mutating func open(using generator: inout some RandomNumberGenerator) -> SID {
        let route = CapabilitySID.random(using: &generator)
        return routes.insert(route).inserted ? route : open(using: &generator)
    }

    /// Closes a route; what comes later with its SID is refused.
    ///
    /// - Parameter route: the SID of the route.
    public mutating func close(_ route: SID) { routes.remove(route) }

    /// The route a connection belongs to.
    ///
    /// - Parameter restrictingSIDs: the restricting list of the process that connects; nothing for a process without one.
    /// - Returns: the only open route in the list, or nothing, which means that the connection is refused.
    public func route(of restrictingSIDs: [SID]?) -> SID? {
        let matching = routes.intersection(restrictingSIDs ?? [])
        return matching.count == 1 ? matching.first : nil
    }
}
