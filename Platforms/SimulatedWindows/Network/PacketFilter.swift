public import WindowsSecurity

/// A filter of the platform below the firewall.
///
/// Windows: `FWPM_FILTER0` with the action block.
public struct PacketFilter: Codable, Hashable, Sendable {
    /// Where the filter is asked; Windows: the `ALE` layers.
    public enum Layer: String, CaseIterable, Codable, Hashable, Sendable {
        /// When a process connects; Windows: `FWPM_LAYER_ALE_AUTH_CONNECT`.
        case authorizeConnect
        /// When a process gets a port; Windows: `FWPM_LAYER_ALE_RESOURCE_ASSIGNMENT`.
        case resourceAssignment
        /// When another machine connects to a process; Windows: `FWPM_LAYER_ALE_AUTH_RECV_ACCEPT`.
        case authorizeReceive

        /// The name behind `FWPM_LAYER_`, without the version.
        var name: String {
            switch self {
            case .authorizeConnect: "ALE_AUTH_CONNECT"
            case .resourceAssignment: "ALE_RESOURCE_ASSIGNMENT"
            case .authorizeReceive: "ALE_AUTH_RECV_ACCEPT"
            }
        }
    }

    /// The name; Windows keys filters by GUID.
    public let name: String
    /// Where it is asked.
    public let layer: Layer
    /// Whether it is the layer of version 6.
    public let isVersion6: Bool
    /// Whose sockets; Windows: `FWPM_CONDITION_ALE_USER_ID`.
    public let user: UserCondition
    /// The transport, or nothing for any.
    public let transport: TransportProtocol?
    /// The port of the other side, or nothing for any.
    public let remotePort: UInt16?

    /// Makes a filter that blocks.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - layer: where it is asked.
    ///   - isVersion6: whether it is the layer of version 6.
    ///   - user: whose sockets.
    ///   - transport: the transport.
    ///   - remotePort: the port of the other side.
    public init(
        name: String, layer: Layer, isVersion6: Bool, user: UserCondition, transport: TransportProtocol? = nil,
        remotePort: UInt16? = nil
    ) {
        self.name = name
        self.layer = layer
        self.isVersion6 = isVersion6
        self.user = user
        self.transport = transport
        self.remotePort = remotePort
    }

    /// Whether the filter blocks what is asked at its layer.
    func blocks(_ connection: Connection, token: AccessToken, questions: OpenQuestions) -> Bool {
        guard connection.remote.isVersion6 == isVersion6 else { return false }
        if let transport, transport != connection.transport { return false }
        if let remotePort, remotePort != connection.remotePort { return false }
        return user.matches(token, questions: questions)
    }
}
