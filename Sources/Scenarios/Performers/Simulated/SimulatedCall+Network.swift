internal import SimulatedWindows
internal import WindowsSecurity

/// Verbs about connections and local services.
extension SimulatedCall {
    static let networkActions: [String: Action] = [
        "connect": { call, words throws(CallError) in try call.reach(words[1], words[2], .tcp) },
        "send": { call, words throws(CallError) in try call.reach(words[1], words[2], .udp) },
        "ping": { call, words throws(CallError) in
            try call.reach(words[1], "0", words[0] == "icmp6" ? .icmp6 : .icmp)
        },
        "resolve": { call, words throws(CallError) in _ = try call.host.machine.resolve(words[0], by: call.process) },
        "use-proxy": { call, words throws(CallError) in
            guard let proxy = call.proxy else { throw CallError(.notFound, "connect", "the proxy of the policy") }
            guard let destination = words.first else {
                try proxy.connect(by: call.process, on: call.host)
                return
            }
            try proxy.connect(to: destination, by: call.process, on: call.host)
        },
        "bind": { call, words throws(CallError) in
            try call.host.machine.listen(on: UInt16(words[2]) ?? 0, by: call.process)
        },
        "listen": { call, words throws(CallError) in try call.takeConnection(on: UInt16(words[2]) ?? 0) },
        "socket": { call, words throws(CallError) in
            let groups = call.host.machine.processes[call.process]?.token.groups ?? []
            let isAdministrator = groups.contains { $0.sid == .administrators && $0.attributes.contains(.enabled) }
            guard isAdministrator || words[0] == "unix" else {
                throw CallError(.accessDenied, "WSASocketW", words[0])
            }
        },
        "unix-connect": { call, words throws(CallError) in try call.connectPipe(words[0]) },
        "abstract-connect": { call, words throws(CallError) in
            try call.connectPipe(SimulatedCall.pipePrefix + words[0])
        },
        "abstract-bind": { call, words throws(CallError) in
            try call.host.machine.createPipe(words[0], descriptor: nil, by: call.process)
        },
        "ask-service": { call, words throws(CallError) in
            let server = try call.host.machine.activate(
                ProcessStart(image: "dllhost.exe", commandLine: "dllhost.exe"), for: call.process)
            var order = Array(words.dropFirst())
            let verb = order.removeFirst()
            if verb == "create" { order = order.map { $0.replacing("/", with: "\\") } }
            guard let action = SimulatedCall.fileActions[verb] ?? SimulatedCall.networkActions[verb] else {
                throw CallError(.invalidParameter, "CoCreateInstance", verb)
            }
            try action(call.made(by: server), order)
        },
    ]

    /// What a path to a pipe begins with.
    static let pipePrefix = #"\\.\pipe\"#

    private func connectPipe(_ path: String) throws(CallError) {
        guard path.hasPrefix(Self.pipePrefix) else { throw CallError(.notSupported, "CreateFileW", path) }
        try host.machine.connectPipe(String(path.dropFirst(Self.pipePrefix.count)), by: process)
    }

    private func reach(_ address: String, _ port: String, _ transport: TransportProtocol) throws(CallError) {
        guard let target = NetworkAddress(address), let port = UInt16(port) else {
            throw CallError(.invalidParameter, "connect", "\(address):\(port)")
        }
        try host.machine.connect(to: target, port: port, over: transport, by: process)
    }

    /// Listens until another machine connects.
    private func takeConnection(on port: UInt16) throws(CallError) {
        try host.machine.listen(on: port, by: process)
        guard let text = try? places.resolve("$peer", asPath: false), let peer = NetworkAddress(text) else {
            throw CallError(.invalidParameter, "accept", "$peer")
        }
        guard host.machine.receiveConnection(from: peer, port: port) == process else {
            throw CallError(.socketAccessDenied, "accept", "port \(port)")
        }
    }
}
