internal import SimulatedWindows
internal import WindowsSecurity

/// Verbs about owners, modes and lists.
extension SimulatedCall {
    static let securityActions: [String: Action] = [
        "chmod": { call, words throws(CallError) in try call.setMode(UInt32(words[1], radix: 8) ?? 0, of: words[0]) },
        "set-acl": { call, words throws(CallError) in
            try call.host.machine.edit(
                words[0], [ExplicitAccess(.grant, trustee: .everyone, mask: .fileAll)], by: call.process)
        },
        "chown": { call, words throws(CallError) in
            try call.host.machine.setOwner(try call.account(words[1]), of: words[0], by: call.process)
        },
    ]

    /// What stands for a mode: full access for the owner, and what the mode gives to others for Everyone.
    private func setMode(_ mode: UInt32, of path: String) throws(CallError) {
        let own = host.machine.processes[process]?.token.user.sid ?? .null
        let flags: EntryFlags = [.objectInherit, .containerInherit]
        var entries: [ACE] = [
            .allow(.fileAll, to: own, flags: flags), .allow(.fileAll, to: .localSystem, flags: flags),
        ]
        if mode & 0o2 != 0 {
            entries.append(.allow(.fileAll, to: .everyone, flags: flags))
        } else if mode & 0o4 != 0 {
            entries.append(.allow([.fileGenericRead, .fileGenericExecute], to: .everyone, flags: flags))
        }
        try host.machine.setList(
            of: path, to: SecurityDescriptor(dacl: .list(ACL(entries)), control: .daclProtected), by: process)
    }

    /// The SID of an account by its name; `self` is the caller's own.
    private func account(_ name: String) throws(CallError) -> SID {
        if name == "self" { return host.machine.processes[process]?.token.user.sid ?? .null }
        if name == "Administrators" { return .administrators }
        guard let user = host.machine.accounts.user(name) else {
            throw CallError(.noneMapped, "LookupAccountNameW", name)
        }
        return user.sid
    }
}
