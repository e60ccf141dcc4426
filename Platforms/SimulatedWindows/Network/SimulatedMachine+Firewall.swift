internal import WindowsSecurity

extension SimulatedMachine {
    /// Adds a rule, or replaces the one of its name.
    ///
    /// Windows: `INetFwRules::Add`.
    ///
    /// - Parameters:
    ///   - rule: the rule.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` for everybody but administrators; `ERROR_INVALID_PARAMETER` (0x80070057) for ports on a rule
    ///   for every transport.
    public mutating func addFirewallRule(
        _ rule: SimulatedFirewallRule, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.addFirewallRule(rule, identifier), by: identifier) { machine throws(CallError) in
            let call = "INetFwRules::Add"
            try machine.administer(.firewall, by: identifier, call: call, subject: rule.name)
            let hasPorts = rule.transport == .tcp || rule.transport == .udp
            guard rule.remotePorts == nil || hasPorts else { throw CallError(.invalidParameter, call, rule.name) }
            if let index = machine.firewall.rules.firstIndex(where: { $0.name == rule.name }) {
                machine.firewall.rules[index] = rule
            } else {
                machine.firewall.rules.append(rule)
            }
        }
    }

    /// Removes the rule of a name; nothing happens when there is none.
    ///
    /// Windows: `INetFwRules::Remove`.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` for everybody but administrators.
    public mutating func removeFirewallRule(_ name: String, by identifier: ProcessIdentifier) throws(CallError) {
        try perform(.removeFirewallRule(name, identifier), by: identifier) { machine throws(CallError) in
            try machine.administer(.firewall, by: identifier, call: "INetFwRules::Remove", subject: name)
            machine.firewall.rules.removeAll { $0.name == name }
        }
    }

    /// Adds filters below the firewall, replacing those of their names, all or none.
    ///
    /// Windows: `FwpmTransactionBegin0`, `FwpmFilterAdd0`.
    ///
    /// - Parameters:
    ///   - filters: the filters.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` for everybody but administrators.
    public mutating func addPacketFilters(
        _ filters: [PacketFilter], by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.addPacketFilters(filters, identifier), by: identifier) { machine throws(CallError) in
            try machine.administer(
                .firewall, by: identifier, call: "FwpmFilterAdd0", subject: "\(filters.count) filters")
            let names = Set(filters.map(\.name))
            machine.firewall.filters.removeAll { names.contains($0.name) }
            machine.firewall.filters += filters
        }
    }

    /// Removes filters by their names.
    ///
    /// Windows: `FwpmFilterDeleteByKey0`.
    ///
    /// - Parameters:
    ///   - names: the names.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` for everybody but administrators.
    public mutating func removePacketFilters(
        _ names: Set<String>, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.removePacketFilters(names.sorted(), identifier), by: identifier) { machine throws(CallError) in
            try machine.administer(
                .firewall, by: identifier, call: "FwpmFilterDeleteByKey0", subject: "\(names.count) filters")
            machine.firewall.filters.removeAll { names.contains($0.name) }
        }
    }

    /// What the group policy says about the firewall: its own rules, and whether the machine's count.
    ///
    /// - Parameters:
    ///   - rules: the rules of the policy.
    ///   - localRulesCount: whether the machine's own rules count; Windows: `AllowLocalPolicyMerge`.
    public mutating func setGroupPolicy(_ rules: [SimulatedFirewallRule], localRulesCount: Bool) {
        record(.setGroupPolicy(rules, localRulesCount))
        firewall.policyRules = rules
        firewall.localRulesCount = localRulesCount
    }
}
