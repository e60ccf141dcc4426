internal import SimulatedWindows
internal import WindowsSecurity

/// Why something is granted: the check that grants a file, or the rules that do not speak about a connection.
extension SimulatedCall {
    /// The steps that lead to a grant, looked at before the attempt.
    ///
    /// - Parameters:
    ///   - verb: the verb.
    ///   - arguments: its arguments as Windows writes them.
    /// - Returns: the steps; none for a verb that neither uses a file nor sends.
    func grounds(for verb: Verb, _ arguments: [String]) -> [String] {
        if Verb.files.contains(verb), let path = arguments.first, !Self.isKey(path) {
            let place = verb.kind(at: 1) == .path && Self.makesLink.contains(verb.name) ? arguments[1] : path
            return fileGrounds(place, Self.reads.contains(verb.name) ? .genericRead : .genericWrite)
        }
        if verb.name == "ask-service" { return ["it is done by a service, which is not in the sandbox"] }
        return Self.sends.contains(verb.name) ? networkGrounds : []
    }

    private static let reads: Set<String> = ["read", "list", "status", "open-by-handle"]
    private static let sends: Set<String> = ["connect", "send", "ping"]
    private static let makesLink: Set<String> = ["symlink", "junction"]

    /// The check of the file, or of the directory in which it is made.
    private func fileGrounds(_ path: String, _ access: AccessMask) -> [String] {
        guard var place = try? FilePath(path) else { return [] }
        for _ in 0..<2 {
            let text = place.description
            if let (_, derivation) = try? host.machine.explain(text, access, by: process),
                let descriptor = try? host.machine.descriptor(of: text, by: SimulatedMachine.system)
            {
                return WindowsDerivation.lines(text, descriptor, derivation)
            }
            place = place.parent
        }
        return []
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
