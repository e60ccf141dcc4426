internal import SimulatedWindows
internal import WindowsSecurity

/// Why something is granted: the checks that granted, and the rules that do not speak about a connection.
extension SimulatedCall {
    /// Does something and listens to the checks that grant.
    ///
    /// - Parameters:
    ///   - verb: the verb that it stands for.
    ///   - action: what is done.
    /// - Returns: the steps that led to the grant, by the functions that decided.
    /// - Throws: what the action throws.
    func grounds(for verb: Verb, _ action: () throws(CallError) -> Void) throws(CallError) -> [String] {
        var lines = beforehand(verb)
        host.machine.grantedChecks = []
        defer { host.machine.grantedChecks = nil }
        try action()
        var checks: [RecordedCheck] = []
        for check in host.machine.grantedChecks ?? [] where !checks.contains(check) { checks.append(check) }
        lines += checks.flatMap { WindowsDerivation.lines($0.object, $0.descriptor, $0.derivation) }
        return lines.isEmpty ? [WindowsDerivation.noCheck] : lines
    }

    /// What lets it through besides lists: somebody else who does it, or rules that are about others.
    private func beforehand(_ verb: Verb) -> [String] {
        switch verb.name {
        case "ask-service": return ["it is done by a service, which is not in the sandbox"]
        case "resolve" where host.machine.service("Dnscache")?.isRunning == true:
            return ["the machine's resolver asks, which is not in the sandbox"]
        case "connect", "send", "ping", "resolve": return networkGrounds
        default: return []
        }
    }

    /// What each rule of the firewall that blocks sendings asks, and why it is not about this process.
    private var networkGrounds: [String] {
        guard let process = host.machine.processes[process] else { return [] }
        let rules = host.machine.firewall.rules.filter { $0.direction == .outbound && $0.action == .block }
        guard !rules.isEmpty else { return ["no rule of the firewall blocks what is sent"] }
        return rules.flatMap { rule -> [String] in
            if let program = rule.program, program.lowercased() != process.image.lowercased() {
                return ["the rule \(rule.name) is about the program \(program), not about \(process.image)"]
            }
            guard let user = rule.user else { return ["the rule \(rule.name) is about everybody"] }
            let (decision, derivation) = user.explain(process.token)
            guard !decision.isGranted else { return ["the rule \(rule.name) is about this token"] }
            return ["the rule \(rule.name) is not about this token"]
                + WindowsDerivation.lines("its condition", user.descriptor, derivation)
        }
    }
}
