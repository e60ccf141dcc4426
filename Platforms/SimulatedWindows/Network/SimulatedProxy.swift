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
    /// - Parameter destinations: where its command may go.
    /// - Returns: the SID that the command's token is to carry.
    /// - Throws: `ERROR_INVALID_HANDLE` when the proxy has ended.
    public mutating func openRoute(to destinations: Set<ProxyDestination> = []) throws(CallError) -> SID {
        let seed = try host.machine.drawRandom(8, by: process).reduce(0) { $0 << 8 | UInt64($1) }
        var generator = MachineRandom(seed: seed)
        return routes.open(to: destinations, using: &generator)
    }

    /// Closes a route.
    ///
    /// - Parameter route: its SID.
    public mutating func closeRoute(_ route: SID) { routes.close(route) }

    /// Takes a connection, when its process belongs to exactly one route.
    ///
    /// - Parameter localPort: the port that the client connects from.
    /// - Returns: the route, or nothing when the connection is refused.
    public func accept(from localPort: UInt16) -> SID? { routes.route(of: restrictingSIDs(of: localPort)) }

    /// Connects to another machine for a client, as the process of the proxy.
    ///
    /// - Parameters:
    ///   - name: the name of the machine, as the client wrote it.
    ///   - port: the port there.
    ///   - localPort: the port that the client connects from.
    /// - Throws: `ERROR_ACCESS_DENIED` of ``connectMethod`` when the policy does not let the client go there, or the name leads back to this machine;
    ///   what the resolver and the network answer otherwise.
    public func connect(to name: [UInt8], port: UInt16, from localPort: UInt16) throws(CallError) {
        let destination: ProxyDestination
        do throws(ProxyRefusal) {
            destination = try routes.destination(host: name, port: port, for: restrictingSIDs(of: localPort))
        } catch {
            throw CallError(.accessDenied, Self.connectMethod, "\(error)")
        }
        // A name is its owner's to point anywhere: the loopback is closed to the command, and the proxy is not to be its way there.
        let addresses = try host.machine.resolve(destination.host.text, by: process).filter { !$0.isLoopback }
        guard let address = addresses.first else {
            throw CallError(.accessDenied, Self.connectMethod, "\(destination) leads back to this machine")
        }
        try host.machine.connect(to: address, port: port, by: process)
    }

    /// The request of a client; RFC 9110, section 9.3.6.
    public static let connectMethod = "CONNECT"

    /// The process is found by the port it connects from; Windows: `GetExtendedTcpTable`, then `OpenProcessToken` and
    /// `TokenRestrictedSids`.
    private func restrictingSIDs(of localPort: UInt16) -> [SID]? {
        guard let client = host.machine.network.connections.first(where: { $0.localPort == localPort })?.client
        else { return nil }
        return host.machine.processes[client]?.token.restrictingSIDs?.map(\.sid)
    }
}
