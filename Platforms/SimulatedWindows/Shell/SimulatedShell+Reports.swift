internal import WindowsSecurity

/// What the commands print that only look.
extension SimulatedShell {
    private func name(_ sid: SID) -> String {
        host.machine.accounts.name(of: sid, computer: host.machine.name) ?? sid.description
    }

    func directory(_ path: String) throws(CallError) -> String {
        var text = ""
        for entry in try host.machine.list(path, by: process) {
            let kind: String
            switch entry.reparsePoint {
            case .junction: kind = "<JUNCTION>"
            case .symbolicLink: kind = "<SYMLINK> "
            case nil: kind = entry.attributes.contains(.directory) ? "<DIR>     " : Self.right("\(entry.size)", 10)
            }
            text += "\(kind)  \(Self.left(entry.shortName?.text ?? "", 12)) \(entry.name)"
            text += entry.reparsePoint.map { " [\($0.target)]\n" } ?? "\n"
        }
        return text
    }

    func list(_ path: String) throws(CallError) -> String {
        let descriptor = try host.machine.descriptor(of: path, by: process)
        var lines = (descriptor.dacl.list?.entries ?? []).map { entry in
            var flags = ""
            if entry.isInherited { flags += "(I)" }
            if entry.flags.contains(.objectInherit) { flags += "(OI)" }
            if entry.flags.contains(.containerInherit) { flags += "(CI)" }
            if entry.isInheritOnly { flags += "(IO)" }
            if entry.flags.contains(.noPropagate) { flags += "(NP)" }
            return "\(name(entry.trustee)):\(flags)\(entry.type.isDeny ? "(DENY)" : "")(\(Self.rights(entry.mask)))"
        }
        if lines.isEmpty { lines = ["no access control entries"] }
        let indent = String(repeating: " ", count: path.count + 1)
        return path + " " + lines.joined(separator: "\n" + indent) + "\n"
    }

    private static func rights(_ mask: AccessMask) -> String {
        switch mask {
        case .fileAll: return "F"
        case .fileModify: return "M"
        case [.fileGenericRead, .fileGenericExecute]: return "RX"
        case .fileGenericRead: return "R"
        default: return ObjectType.file.names(in: mask).joined(separator: ",")
        }
    }

    func whoAmI(isLong: Bool) -> String {
        guard let token = host.machine.processes[process]?.token else { return "" }
        guard isLong else { return name(token.user.sid).lowercased() + "\n" }
        var text = "User       \(name(token.user.sid)) \(token.user.sid)\n"
        for group in token.groups {
            let standing =
                group.isDenyOnly ? "Group used for deny only" : group.isEnabled ? "Enabled group" : "Disabled"
            text += "Group      \(name(group.sid)) \(group.sid) \(standing)\n"
        }
        for group in token.restrictingSIDs ?? [] { text += "Restricted \(name(group.sid)) \(group.sid)\n" }
        for privilege in token.privileges.privileges {
            text += "Privilege  \(privilege.name) \(token.holds(privilege) ? "Enabled" : "Disabled")\n"
        }
        return text + "Label      \(name(token.integrityLevel.sid))\n"
    }

    func net(_ words: [String]) -> String? {
        switch words[0].lowercased() {
        case "user": return host.machine.accounts.users.map { $0.name + "\n" }.joined()
        case "localgroup":
            guard words.count == 2 else {
                return host.machine.accounts.groups.map { "*" + $0.name + "\n" }.joined()
            }
            guard let group = host.machine.accounts.group(words[1]) else { return "There is no such group.\n" }
            return "Alias name  \(group.name)\nComment     \(group.comment)\nMembers\n"
                + group.members.sorted().map { "  " + name($0) + "\n" }.joined()
        default: return nil
        }
    }

    func rules() -> String {
        host.machine.firewall.rules.map { rule in
            "Rule Name: \(rule.title.isEmpty ? rule.name : rule.title)\n  Enabled: \(rule.isEnabled ? "Yes" : "No")\n"
                + "  Direction: \(rule.direction == .outbound ? "Out" : "In")\n  RemoteIP: \(rule.remoteAddresses.text)\n"
                + "  Protocol: \(rule.transport.map { "\($0)".uppercased() } ?? "Any")\n"
                + (rule.remotePorts.map { "  RemotePort: \($0)\n" } ?? "")
                + (rule.user.map { "  User: \($0.descriptor.sddl())\n" } ?? "")
                + "  Action: \(rule.action == .block ? "Block" : "Allow")\n"
        }.joined()
    }

    func tasks() -> String {
        host.machine.processes.values.filter(\.isRunning).sorted { $0.identifier < $1.identifier }.map {
            "\(Self.left($0.image, 44)) \(Self.right("\($0.identifier.rawValue)", 6)) \(name($0.token.user.sid))\n"
        }.joined()
    }

    func why() -> String {
        guard let failure = host.machine.lastFailure else { return "nothing has failed\n" }
        guard let check = failure.check else { return "\(failure.error)\nno access check was part of it\n" }
        var text = "\(failure.error)\n\(check.object): \(check.descriptor.sddl())\n"
        for step in check.derivation.steps {
            text += "  \(step.pass.rawValue): \(step.kind)"
            if let index = step.entryIndex { text += " entry \(index)" }
            text += " \(step.bits), still wanted \(step.remaining)\n"
        }
        return text
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
