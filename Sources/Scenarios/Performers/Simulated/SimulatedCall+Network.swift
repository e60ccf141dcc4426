internal import SimulatedWindows

/// Verbs about connections.
extension SimulatedCall {
    static let networkActions: [String: Action] = [
        "connect": { call, words throws(CallError) in try call.reach(words[1], words[2], .tcp) },
        "send": { call, words throws(CallError) in try call.reach(words[1], words[2], .udp) },
        "ping": { call, words throws(CallError) in
            try call.reach(words[1], "0", words[0] == "icmp6" ? .icmp6 : .icmp)
        },
        "resolve": { call, words throws(CallError) in _ = try call.host.machine.resolve(words[0], by: call.process) },
        "bind": { call, words throws(CallError) in
            try call.host.machine.listen(on: UInt16(words[2]) ?? 0, by: call.process)
        },
        "remove-firewall-rules": { call, _ throws(CallError) in
            for rule in call.host.machine.firewall.rules {
                try call.host.machine.removeFirewallRule(rule.name, by: call.process)
            }
        },
        "unix-connect": { call, words throws(CallError) in
            try call.host.machine.connectPipe(SimulatedCall.pipeName(words[0]), by: call.process)
        },
    ]

    private func reach(_ address: String, _ port: String, _ transport: TransportProtocol) throws(CallError) {
        guard let target = NetworkAddress(address), let port = UInt16(port) else {
            throw CallError(.invalidParameter, "connect", "\(address):\(port)")
        }
        try host.machine.connect(to: target, port: port, over: transport, by: process)
    }
}
