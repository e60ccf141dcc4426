internal import WindowsSecurity

extension SimulatedMachine {
    /// Opens a connection, or sends one datagram or message.
    ///
    /// Windows: `connect`, `sendto`, `IcmpSendEcho`.
    ///
    /// - Parameters:
    ///   - address: the other side.
    ///   - port: its port; 0 without ports.
    ///   - transport: what is sent.
    ///   - identifier: who sends.
    /// - Returns: the port that it is sent from.
    /// - Throws: `WSAEACCES` when the firewall refuses, `WSAECONNREFUSED` when nobody listens, `WSAETIMEDOUT` when there is no such
    ///   machine.
    @discardableResult
    public mutating func connect(
        to address: NetworkAddress, port: UInt16, over transport: TransportProtocol = .tcp,
        by identifier: ProcessIdentifier
    ) throws(CallError) -> UInt16 {
        try perform(.connect(address, port, transport, identifier), by: identifier) { machine throws(CallError) in
            let process = try machine.process(identifier, "connect")
            let subject = "\(address):\(port)"
            let localPort = machine.network.nextPort
            machine.network.nextPort = localPort == .max ? 49152 : localPort + 1
            let connection = Connection(
                direction: .outbound, transport: transport, remote: address, remotePort: port, localPort: localPort,
                program: process.image)
            let assignment = machine.firewall.decideAssignment(
                connection, token: process.token, questions: machine.questions)
            let verdict =
                assignment == .passes
                ? machine.firewall.decide(connection, token: process.token, questions: machine.questions) : assignment
            guard verdict == .passes else {
                machine.noteVerdict(verdict, token: process.token)
                throw CallError(.socketAccessDenied, "connect", subject)
            }
            if address.isLoopback {
                let isOpen = machine.network.listeners.contains { $0.port == port && $0.transport == transport }
                guard isOpen || transport != .tcp else { throw CallError(.connectionRefused, "connect", subject) }
                if transport == .tcp { machine.network.note(connection, of: identifier) }
                return localPort
            }
            guard let host = machine.network.hosts.first(where: { $0.addresses.contains(address) }) else {
                throw CallError(.connectionTimedOut, "connect", subject)
            }
            guard transport != .tcp || host.ports.contains(port) else {
                throw CallError(.connectionRefused, "connect", subject)
            }
            return localPort
        }
    }

    /// Takes connections on a port.
    ///
    /// Windows: `bind` and `listen`.
    ///
    /// - Parameters:
    ///   - port: the port.
    ///   - transport: what is taken.
    ///   - identifier: who listens.
    /// - Throws: `WSAEADDRINUSE` when another process has the port, `WSAEACCES` when a filter refuses it,
    ///   `ERROR_INVALID_HANDLE` when the caller is gone.
    public mutating func listen(
        on port: UInt16, over transport: TransportProtocol = .tcp, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.listen(port, transport, identifier), by: identifier) { machine throws(CallError) in
            let process = try machine.process(identifier, "listen")
            guard !machine.network.listeners.contains(where: { $0.port == port && $0.transport == transport }) else {
                throw CallError(.addressInUse, "bind", "port \(port)")
            }
            // The other side is not known yet, only the version of its address.
            for isVersion6 in [false, true] {
                let socket = Connection(
                    direction: .inbound, transport: transport, remote: NetworkAddress(isVersion6: isVersion6, value: 0),
                    remotePort: 0, localPort: port, program: process.image)
                let verdict = machine.firewall.decideAssignment(
                    socket, token: process.token, questions: machine.questions)
                guard verdict == .passes else {
                    machine.noteVerdict(verdict, token: process.token)
                    throw CallError(.socketAccessDenied, "bind", "port \(port)")
                }
            }
            machine.network.listeners.append(
                Network.Listener(process: identifier, transport: transport, port: port))
        }
    }

    /// A connection that another machine opens to a listener here.
    ///
    /// - Parameters:
    ///   - address: the other machine.
    ///   - port: the port of the listener.
    /// - Returns: the process that took the connection, or nothing when the firewall or nobody answered.
    public mutating func receiveConnection(from address: NetworkAddress, port: UInt16) -> ProcessIdentifier? {
        record(.receiveConnection(address, port))
        guard let listener = network.listeners.first(where: { $0.port == port && $0.transport == .tcp }),
            let process = processes[listener.process]
        else { return nil }
        let connection = Connection(
            direction: .inbound, transport: .tcp, remote: address, remotePort: 49152, localPort: port,
            program: process.image)
        let verdict = firewall.decide(connection, token: process.token, questions: questions)
        return verdict == .passes ? process.identifier : nil
    }

    /// Looks a name up through the resolver service, which asks the network as itself.
    ///
    /// Windows: `getaddrinfo`, the DNS client service. So filters on the caller do not see the question.
    ///
    /// - Parameters:
    ///   - name: the name of a machine.
    ///   - identifier: who asks.
    /// - Returns: its addresses.
    /// - Throws: `WSAHOST_NOT_FOUND`.
    public mutating func resolve(
        _ name: String, by identifier: ProcessIdentifier
    ) throws(CallError) -> [NetworkAddress] {
        try perform(.resolve(name, identifier), by: identifier) { machine throws(CallError) in
            let caller = try machine.process(identifier, "getaddrinfo")
            if name.lowercased() == "localhost" {
                return [
                    NetworkAddress(isVersion6: false, value: 0x7F00_0001), NetworkAddress(isVersion6: true, value: 1),
                ]
            }
            machine.network.queries.append(Network.Query(name: name, client: identifier))
            // The service asks as itself; without it the caller has to.
            let asker = machine.service("Dnscache")?.process.flatMap { machine.processes[$0] } ?? caller
            if let resolver = machine.network.resolver {
                do throws(CallError) {
                    try machine.connect(to: resolver, port: 53, over: .udp, by: asker.identifier)
                } catch {
                    throw CallError(.hostNotFound, "getaddrinfo", name)
                }
            }
            guard let host = machine.network.hosts.first(where: { $0.name.lowercased() == name.lowercased() }) else {
                throw CallError(.hostNotFound, "getaddrinfo", name)
            }
            return host.addresses
        }
    }

    /// Says where the resolver service asks for names.
    ///
    /// - Parameter address: the name server, or nothing when the service is to know them by itself.
    public mutating func setResolver(_ address: NetworkAddress?) {
        record(.setResolver(address))
        network.resolver = address
    }

    /// Says in what kind of network the machine is; rules for others do not count.
    ///
    /// - Parameter profile: one kind.
    public mutating func setProfile(_ profile: FirewallProfiles) {
        record(.setProfile(profile))
        firewall.activeProfile = profile
    }

    /// Adds another machine to the network.
    ///
    /// - Parameter host: the machine.
    public mutating func addHost(_ host: Network.Host) {
        record(.addHost(host))
        network.hosts.append(host)
    }

    /// What the condition of a filter asks; Windows: `FWPM_CONDITION_ALE_USER_ID`.
    private static let filterCondition = ObjectType(
        "FilterCondition", mapping: UserCondition.mapping,
        rights: [("FWP_ACTRL_MATCH_FILTER", UserCondition.matchFilter)])

    /// Remembers the condition that a rule matched.
    mutating func noteVerdict(_ verdict: Firewall.Verdict, token: AccessToken) {
        let condition: UserCondition?
        let object: String
        switch verdict {
        case .blockedByRule(let name):
            condition = (firewall.policyRules + firewall.rules).first { $0.name == name }?.user
            object = "firewall rule \(name)"
        case .blockedByFilter(let name):
            condition = firewall.filters.first { $0.name == name }?.user
            object = "filter \(name)"
        case .passes, .blockedByDefault: return
        }
        guard let condition else { return }
        refusal = RecordedCheck(
            object: object, type: Self.filterCondition, descriptor: condition.descriptor, token: token,
            request: AccessRequest(UserCondition.matchFilter, mapping: UserCondition.mapping, questions: questions))
    }
}
