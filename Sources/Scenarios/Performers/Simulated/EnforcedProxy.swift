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
    init(on host: SimulatedHost) throws(CallError) {
        var proxy = try SimulatedProxy(host: host, port: Self.port)
        route = try proxy.openRoute()
        self.proxy = proxy
    }

    /// The variables by which programs find it.
    var environment: [EnvironmentVariable] {
        [EnvironmentVariable("HTTPS_PROXY", "http://127.0.0.1:\(Self.port)")]
    }

    /// Connects, and is told whether the proxy takes the connection.
    func connect(by process: ProcessIdentifier, on host: SimulatedHost) throws(CallError) {
        guard let address = NetworkAddress("127.0.0.1") else { return }
        let port = try host.machine.connect(to: address, port: Self.port, by: process)
        guard proxy.accept(from: port) == route else {
            throw CallError(.connectionRefused, "TokenRestrictedSids", "the route of port \(port)")
        }
    }
}
