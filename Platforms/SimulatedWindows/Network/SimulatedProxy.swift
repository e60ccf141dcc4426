public import SandboxModel
public import WindowsSecurity

/// The managed proxy: a process of the person that takes connections of sandboxed commands on the loopback.
public struct SimulatedProxy {
    /// Its routes.
    public private(set) var routes = ProxyRoutes()
    /// Its process.
    public let process: ProcessIdentifier
    private let host: SimulatedHost

    /// Starts the proxy.
    ///
    /// - Parameters:
    ///   - host: the machine.
    ///   - port: the port it listens on.
    /// - Throws: what `CreateProcessW` and `listen` throw.
    public init(host: SimulatedHost, port: UInt16) throws(CallError) {
        self.host = host
        process = try host.machine.createProcess(
            ProcessStart(image: "codex.exe", commandLine: "codex.exe proxy"), by: host.user)
        try host.machine.listen(on: port, by: process)
    }

    /// Opens a route.
    ///
    /// - Returns: the SID that the command's token is to carry.
    /// - Throws: `ERROR_INVALID_HANDLE` when the proxy has ended.
    public mutating func openRoute() throws(CallError) -> SID {
        let seed = try host.machine.drawRandom(8, by: process).reduce(0) { $0 << 8 | UInt64($1) }
        var generator = MachineRandom(seed: seed)
        return routes.open(using: &generator)
    }

    /// Closes a route.
    ///
    /// - Parameter route: its SID.
    public mutating func closeRoute(_ route: SID) { routes.close(route) }

    /// Takes a connection, when its process belongs to exactly one route.
    ///
    /// The process is found by the port it connects from; Windows: `GetExtendedTcpTable`, then `OpenProcessToken` and
    /// `TokenRestrictedSids`.
    ///
    /// - Parameter localPort: the port that the client connects from.
    /// - Returns: the route, or nothing when the connection is refused.
    public func accept(from localPort: UInt16) -> SID? {
        guard let client = host.machine.network.connections.first(where: { $0.localPort == localPort })?.client,
            let token = host.machine.processes[client]?.token
        else { return nil }
        return routes.route(of: token.restrictingSIDs?.map(\.sid))
    }
}
