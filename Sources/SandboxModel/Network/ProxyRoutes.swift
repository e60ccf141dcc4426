public import WindowsSecurity

/// The routes of a managed proxy: which restricting SID stands for which command's policy.
///
/// Each route has a random SID in the restricting list of its command and of everything that one starts, so a connection's process says by its
/// token whose connection it is.
public struct ProxyRoutes: Sendable {
    private var routes: [SID: Set<ProxyDestination>] = [:]

    /// Makes a proxy without routes.
    public init() {}

    /// Opens a route.
    ///
    /// - Parameters:
    ///   - destinations: where its command may go.
    ///   - generator: a cryptographically strong source.
    /// - Returns: the SID of the route, in the form of a capability.
    public mutating func open(
        to destinations: Set<ProxyDestination>, using generator: inout some RandomNumberGenerator
    ) -> SID {
        var route = CapabilitySID.random(using: &generator)
        while routes[route] != nil { route = CapabilitySID.random(using: &generator) }
        routes[route] = destinations
        return route
    }

    /// Closes a route; what comes later with its SID is refused.
    ///
    /// - Parameter route: the SID of the route.
    public mutating func close(_ route: SID) { routes[route] = nil }

    /// The route a connection belongs to.
    ///
    /// - Parameter restrictingSIDs: the restricting list of the process that connects; nothing for a process without one.
    /// - Returns: the only open route in the list, or nothing, which means that the connection is refused.
    public func route(of restrictingSIDs: [SID]?) -> SID? {
        let matching = Set(restrictingSIDs ?? []).filter { routes[$0] != nil }
        return matching.count == 1 ? matching.first : nil
    }

    /// Decides where a connection may go on to.
    ///
    /// A redirection is a request of its own, and is decided like the first.
    ///
    /// - Parameters:
    ///   - host: the name that is asked for, as it came.
    ///   - port: the port that is asked for.
    ///   - restrictingSIDs: the restricting list of the process that asks; nothing for a process without one.
    /// - Returns: the destination, in the spelling of the list.
    /// - Throws: ``ProxyRefusal`` when the command may not go there.
    public func destination(
        host: [UInt8], port: UInt16, for restrictingSIDs: [SID]?
    ) throws(ProxyRefusal) -> ProxyDestination {
        guard let route = route(of: restrictingSIDs), let destinations = routes[route] else { throw .noRoute }
        let name: HostName
        do throws(HostNameError) {
            name = try HostName(parsing: host)
        } catch {
            throw .name(error)
        }
        let destination = ProxyDestination(host: name, port: port)
        guard destinations.contains(destination) else { throw .notListed(destination) }
        return destination
    }
}
