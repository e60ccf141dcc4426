internal import SandboxModel
internal import SimulatedWindows
internal import WindowsSecurity

/// The proxy that commands of a trial have to use, with the route that tells them from others.
struct EnforcedProxy {
    private static let port: UInt16 = 3129
    private let proxy: SimulatedProxy
    /// The SID of the route.
    let route: SID

    /// Starts the proxy of a person.
    init(on host: SimulatedHost, to destinations: Set<ProxyDestination>) throws(CallError) {
        var proxy = try SimulatedProxy(host: host, port: Self.port)
        route = try proxy.openRoute(to: destinations)
        self.proxy = proxy
    }

    /// The variables by which programs find it.
    var environment: [EnvironmentVariable] {
        [EnvironmentVariable("HTTPS_PROXY", "http://127.0.0.1:\(Self.port)")]
    }

    /// Connects, and is told whether the proxy takes the connection.
    ///
    /// - Returns: the port that it is connected from.
    @discardableResult
    func connect(by process: ProcessIdentifier, on host: SimulatedHost) throws(CallError) -> UInt16 {
        guard let address = NetworkAddress("127.0.0.1") else {
            throw CallError(.invalidParameter, "connect", "127.0.0.1")
        }
        let port = try host.machine.connect(to: address, port: Self.port, by: process)
        guard proxy.accept(from: port) == route else {
            throw CallError(.connectionRefused, SimulatedProxy.connectMethod, "the route of port \(port)")
        }
        return port
    }

    /// Asks it to connect to another machine, for example to `example.org:443`.
    func connect(
        to destination: String, by process: ProcessIdentifier, on host: SimulatedHost
    ) throws(CallError) {
        let bytes = Array(destination.utf8)
        guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")),
            let port = UInt16(String(decoding: bytes[(colon + 1)...], as: UTF8.self))
        else { throw CallError(.invalidParameter, SimulatedProxy.connectMethod, destination) }
        try proxy.connect(to: Array(bytes[..<colon]), port: port, from: try connect(by: process, on: host))
    }
}
