internal import SandboxModel
internal import WindowsSecurity

/// `netsh advfirewall` and `netsh wfp`.
extension Program {
    static func netShell(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        let words = run.arguments.map { $0.lowercased() }
        switch Array(words.prefix(4)) {
        case ["advfirewall", "firewall", "show", "rule"]:
            let name = words.first { $0.hasPrefix("name=") }.map { String($0.dropFirst(5)) } ?? "all"
            let rules = (machine.firewall.policyRules + machine.firewall.rules).filter { rule in
                name == "all" || rule.name.lowercased() == name || rule.title.lowercased() == name
            }
            guard !rules.isEmpty else { return run.fail("\r\nNo rules match the specified criteria.\r\n", 1) }
            for rule in rules { show(rule, &run) }
            run.print("Ok.")
        case ["wfp", "show", "filters"]: showFilters(&machine, &run)
        default:
            if Array(words.prefix(3)) == ["wfp", "show", "filters"] { return showFilters(&machine, &run) }
            run.fail("The following command was not found: \(run.tail).", 1)
        }
    }

    private static func show(_ rule: SimulatedFirewallRule, _ run: inout ProgramRun) {
        var rows = [
            ("Enabled:", rule.isEnabled ? "Yes" : "No"), ("Direction:", rule.direction == .outbound ? "Out" : "In"),
            ("Profiles:", rule.profiles.text), ("Grouping:", ""), ("LocalIP:", "Any"),
            ("RemoteIP:", rule.remoteAddresses.text == "*" ? "Any" : rule.remoteAddresses.text),
            ("Protocol:", rule.transport.map { "\($0)".uppercased() } ?? "Any"),
        ]
        if rule.transport == .tcp || rule.transport == .udp {
            rows.append(("LocalPort:", "Any"))
            rows.append(("RemotePort:", rule.remotePorts.map { "\($0)" } ?? "Any"))
        }
        if let program = rule.program { rows.append(("Program:", program)) }
        if let user = rule.user { rows.append(("LocalUserAuthorizedList:", user.descriptor.sddl())) }
        rows.append(("Edge traversal:", "No"))
        rows.append(("Action:", rule.action == .block ? "Block" : "Allow"))
        run.print()
        run.print(Text.left("Rule Name:", 38) + rule.name)
        run.print(String(repeating: "-", count: 70))
        for (title, value) in rows { run.print(Text.left(title, 38) + value) }
    }

    private static func showFilters(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) {
        for filter in machine.firewall.filters {
            run.print("Filter: \(filter.name)")
            run.print("  Layer:      FWPM_LAYER_\(filter.layer.name)_V\(filter.isVersion6 ? 6 : 4)")
            run.print("  User:       \(filter.user.descriptor.sddl())")
            if let transport = filter.transport { run.print("  Protocol:   \("\(transport)".uppercased())") }
            if let port = filter.remotePort { run.print("  RemotePort: \(port)") }
            run.print("  Action:     FWP_ACTION_BLOCK")
        }
        run.print("\(machine.firewall.filters.count) filters.")
    }
}
