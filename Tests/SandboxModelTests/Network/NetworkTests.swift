import SandboxModel
import Testing

struct NetworkTests {
    /// The documented decision table, all eight rows.
    @Test func identityAndConfinement() {
        typealias Row = (NetworkAccess, Bool, SandboxLevel, Principal, NetworkConfinement?)
        let table: [Row] = [
            (.restricted, false, .elevated, .offline, .isolated), (.restricted, true, .elevated, .offline, .firewalled),
            (.enabled, true, .elevated, .offline, .firewalled), (.enabled, false, .elevated, .online, .open),
            (.restricted, false, .unelevated, .offline, .isolated), (.enabled, false, .unelevated, .online, .open),
            (.restricted, true, .unelevated, .offline, nil), (.enabled, true, .unelevated, .offline, nil),
        ]
        for (access, isProxyEnforced, level, principal, confinement) in table {
            #expect(NetworkIdentity.principal(access: access, isProxyEnforced: isProxyEnforced) == principal)
            #expect(
                NetworkIdentity.confinement(access: access, isProxyEnforced: isProxyEnforced, level: level)
                    == confinement)
        }
        #expect(table.count == NetworkAccess.allCases.count * 2 * SandboxLevel.allCases.count)
    }

    @Test(
        arguments: [
            ([], "1-65535"), ([0], "1-65535"), ([3128], "1-3127,3129-65535"), ([3128, 3128], "1-3127,3129-65535"),
            ([1], "2-65535"), ([65535], "1-65534"), ([1, 65535], "2-65534"),
            ([8080, 3128], "1-3127,3129-8079,8081-65535"),
            ([5, 6, 7], "1-4,8-65535"), ([1, 3], "2,4-65535"),
        ] as [([UInt16], String)])
    func complementOfPorts(ports: [UInt16], expected: String) {
        #expect(PortSet(allExcept: ports).description == expected)
    }

    /// Every subset of eight ports at both ends: a port is blocked exactly when it was not left out, and ranges do not touch.
    @Test func complementIsExact() {
        let ports: [UInt16] = [0, 1, 2, 3, 65532, 65533, 65534, 65535]
        for code in 0..<256 {
            let open = ports.enumerated().filter { code >> $0.offset & 1 == 1 }.map(\.element)
            let blocked = PortSet(allExcept: open)
            for port in ports { #expect(blocked.contains(port) == (port != 0 && !open.contains(port))) }
            for (left, right) in zip(blocked.ranges, blocked.ranges.dropFirst()) {
                #expect(UInt32(left.upperBound) + 1 < UInt32(right.lowerBound))
            }
        }
    }

    /// Every kind of packet against the documented rules, with and without a proxy, with and without local binding.
    @Test func rulesBlockWhatTheTableSays() {
        let proxy: UInt16 = 3128
        for principal in Principal.allCases {
            for direction in FirewallRule.Direction.allCases {
                for transport in FirewallRule.TransportProtocol.allCases {
                    for scope in FirewallRule.Scope.allCases {
                        for (ports, isLocal) in [([], false), ([proxy], false), ([proxy], true)] as [([UInt16], Bool)] {
                            let rules = FirewallRules.documented(proxyPorts: ports, allowsLocalBinding: isLocal)
                            for port in transport == .any ? [0] : [53, proxy] {
                                let packet = Packet(
                                    principal: principal, direction: direction, transport: transport, scope: scope,
                                    remotePort: port)
                                let isBlocked = rules.contains { $0.blocks(packet) }
                                let expected =
                                    principal == .offline
                                    && (scope == .nonLoopback
                                        || (!isLocal && direction == .outbound
                                            && (transport == .udp || (transport == .tcp && !ports.contains(port)))))
                                #expect(isBlocked == expected, "\(packet) \(ports) \(isLocal)")
                            }
                        }
                    }
                }
            }
        }
    }

    @Test func aRuleForEveryProtocolNamesNoPorts() {
        for rule in FirewallRules.documented(proxyPorts: [1]) {
            #expect((rule.transport == .any) == (rule.ports == nil), "\(rule.name)")
            #expect(rule.principal == .offline)
        }
    }
}
