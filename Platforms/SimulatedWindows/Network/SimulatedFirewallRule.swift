public import SandboxModel
public import WindowsSecurity

/// A rule of the firewall.
///
/// Windows: `INetFwRule3`.
public struct SimulatedFirewallRule: Codable, Hashable, Sendable {
    /// What a matching rule does.
    public enum Action: String, CaseIterable, Codable, Hashable, Sendable {
        /// Let through, unless another rule blocks.
        case allow
        /// Drop.
        case block
    }

    /// The name by which the rule is found; Windows: `Name`.
    public var name: String
    /// The text shown; Windows: `Description`.
    public var title: String
    /// Which way; Windows: `Direction`.
    public var direction: Connection.Direction
    /// What it does; Windows: `Action`.
    public var action: Action
    /// Whether it counts; Windows: `Enabled`.
    public var isEnabled = true
    /// The kinds of network for which it counts; Windows: `Profiles`.
    public var profiles = FirewallProfiles.all
    /// The transport, or nothing for any; Windows: `Protocol`.
    public var transport: TransportProtocol?
    /// The addresses of the other side; Windows: `RemoteAddresses`.
    public var remoteAddresses = AddressSet.any
    /// The ports of the other side; Windows: `RemotePorts`.
    public var remotePorts: PortSet?
    /// The program, or nothing for all; Windows: `ApplicationName`.
    public var program: String?
    /// Whose sockets, or nothing for everybody's; Windows: `LocalUserAuthorizedList`.
    public var user: UserCondition?

    /// Makes a rule for every address, port, program and user.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - title: the text shown.
    ///   - direction: which way.
    ///   - action: what it does.
    public init(name: String, title: String = "", direction: Connection.Direction, action: Action) {
        self.name = name
        self.title = title
        self.direction = direction
        self.action = action
    }

    /// Whether all conditions of the rule hold.
    ///
    /// - Parameters:
    ///   - connection: the connection.
    ///   - token: the token that owns the socket.
    ///   - questions: the readings of what nobody has settled.
    /// - Returns: true when the rule speaks about it.
    public func matches(_ connection: Connection, token: AccessToken, questions: OpenQuestions) -> Bool {
        guard isEnabled, direction == connection.direction else { return false }
        if let transport, transport != connection.transport { return false }
        guard remoteAddresses.contains(connection.remote) else { return false }
        if let remotePorts, !remotePorts.contains(connection.remotePort) { return false }
        if let program, !CaseFolding.areEqual(Array(program.utf8), Array(connection.program.utf8)) { return false }
        return user?.matches(token, questions: questions) ?? true
    }
}
