/// What the offline principal may still reach on the machine itself.
///
/// A change of it changes firewall rules, and so needs setup again.
public struct OfflineSettings: Hashable, Sendable {
    /// The ports of the proxy, ascending; connections to no other port of the loopback pass.
    public var proxyPorts: [UInt16]
    /// Whether the loopback is open altogether.
    public var allowsLocalBinding: Bool

    /// Nothing is reached.
    public static let none = OfflineSettings(proxyPorts: [], allowsLocalBinding: false)

    /// Makes settings.
    ///
    /// - Parameters:
    ///   - proxyPorts: the ports of the proxy, in any order; 0 and repeated ones do not count.
    ///   - allowsLocalBinding: whether the loopback is open altogether.
    public init(proxyPorts: [UInt16], allowsLocalBinding: Bool = false) {
        self.proxyPorts = Set(proxyPorts).subtracting([0]).sorted()
        self.allowsLocalBinding = allowsLocalBinding
    }

    private static let proxyVariables: Set<String> = [
        "http_proxy", "https_proxy", "all_proxy", "ws_proxy", "wss_proxy",
    ]

    /// Reads the settings that a command's environment asks for.
    ///
    /// - Parameter environment: the variables.
    public init(environment: [EnvironmentVariable]) {
        var ports: [UInt16] = []
        var isOpen = false
        for variable in environment {
            let name = String(decoding: variable.name, as: UTF8.self)
            let value = String(decoding: variable.value, as: UTF8.self)
            if Self.proxyVariables.contains(name.lowercased()), let port = Self.loopbackPort(of: value) {
                ports.append(port)
            } else if name == "CODEX_WINDOWS_SANDBOX_PROXY_PORTS" {
                ports += value.split(separator: ",").compactMap { UInt16($0) }
            } else if name == "CODEX_NETWORK_ALLOW_LOCAL_BINDING" {
                isOpen = value == "1"
            }
        }
        self.init(proxyPorts: ports, allowsLocalBinding: isOpen)
    }

    /// The port of `scheme://user@host:port/…` on the machine itself.
    private static func loopbackPort(of address: String) -> UInt16? {
        guard let scheme = address.firstRange(of: "://"), scheme.lowerBound > address.startIndex else { return nil }
        let authority = address[scheme.upperBound...].prefix { $0 != "/" }
        let place = authority.split(separator: "@").last ?? authority
        guard let colon = place.lastIndex(of: ":"), let port = UInt16(place[place.index(after: colon)...]), port != 0,
            ["localhost", "127.0.0.1", "[::1]"].contains(place[..<colon].lowercased())
        else { return nil }
        return port
    }
}
