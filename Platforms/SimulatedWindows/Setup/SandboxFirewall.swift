internal import SandboxModel
internal import WindowsSecurity

/// The documented rules and filters in the form in which the machine takes them.
enum SandboxFirewall {
    /// Turns a rule of the model into one of the machine.
    ///
    /// - Parameters:
    ///   - rule: the rule of the model.
    ///   - sid: whose sockets it speaks about.
    /// - Returns: the rule.
    /// - Throws: `E_INVALIDARG` when the machine does not understand the addresses.
    static func rule(_ rule: FirewallRule, for sid: SID) throws(Win32Error) -> SimulatedFirewallRule {
        var made = SimulatedFirewallRule(
            name: rule.name, title: rule.title, direction: rule.direction == .outbound ? .outbound : .inbound,
            action: .block)
        switch rule.transport {
        case .any: made.transport = nil
        case .tcp: made.transport = .tcp
        case .udp: made.transport = .udp
        }
        made.remoteAddresses = try AddressSet(rule.scope.remoteAddresses)
        made.remotePorts = rule.ports
        made.user = .user(sid)
        return made
    }

    /// The twelve documented filters below the firewall.
    ///
    /// - Parameter sid: whose sockets they speak about.
    /// - Returns: the filters.
    static func filters(for sid: SID) -> [PacketFilter] {
        let user = UserCondition.user(sid)
        var filters: [PacketFilter] = []
        for isVersion6 in [false, true] {
            let version = isVersion6 ? "v6" : "v4"
            let icmp: TransportProtocol = isVersion6 ? .icmp6 : .icmp
            filters += [
                PacketFilter(
                    name: "codex_wfp_icmp_connect_" + version, layer: .authorizeConnect, isVersion6: isVersion6,
                    user: user, transport: icmp),
                PacketFilter(
                    name: "codex_wfp_icmp_assign_" + version, layer: .resourceAssignment, isVersion6: isVersion6,
                    user: user, transport: icmp),
            ]
            for (name, port) in [("dns_53", 53), ("dns_853", 853), ("smb_445", 445), ("smb_139", 139)]
                as [(String, UInt16)]
            {
                filters.append(
                    PacketFilter(
                        name: "codex_wfp_\(name)_\(version)", layer: .authorizeConnect, isVersion6: isVersion6,
                        user: user, remotePort: port))
            }
        }
        return filters
    }
}
