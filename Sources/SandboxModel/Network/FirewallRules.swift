/// The documented rules, all for the offline principal, none for the online one.
public enum FirewallRules {
    /// The rules in the order in which they are installed, so that a failure in between leaves things closed.
    ///
    /// - Parameters:
    ///   - proxyPorts: loopback ports that stay reachable; empty when there is no proxy.
    ///   - allowsLocalBinding: whether the loopback is left open altogether.
    /// - Returns: the rules to be in force.
    public static func documented(proxyPorts: [UInt16] = [], allowsLocalBinding: Bool = false) -> [FirewallRule] {
        let loopback = [
            FirewallRule(
                name: "codex_sandbox_offline_block_loopback_udp", title: "Codex Sandbox Offline - Block Loopback UDP",
                direction: .outbound, transport: .udp, scope: .loopback, ports: .all, principal: .offline),
            FirewallRule(
                name: "codex_sandbox_offline_block_loopback_tcp",
                title: "Codex Sandbox Offline - Block Loopback TCP (Except Proxy)", direction: .outbound,
                transport: .tcp, scope: .loopback, ports: PortSet(allExcept: proxyPorts), principal: .offline),
        ]
        let beyond = [
            FirewallRule(
                name: "codex_sandbox_offline_block_outbound",
                title: "Codex Sandbox Offline - Block Non-Loopback Outbound", direction: .outbound, transport: .any,
                scope: .nonLoopback, ports: nil, principal: .offline),
            FirewallRule(
                name: "codex_sandbox_offline_block_inbound",
                title: "Codex Sandbox Offline - Block Non-Loopback Inbound", direction: .inbound, transport: .any,
                scope: .nonLoopback, ports: nil, principal: .offline),
        ]
        return allowsLocalBinding ? beyond : loopback + beyond
    }
}
