internal import SandboxModel

/// A local group without a password (`groupadd(8)`).
struct GroupEffect: LinuxEffect {
    let group: SandboxGroup
    let tools: ToolRunner

    private var name: String { group.groupName }

    func inspect(recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        let accounts = try AccountDatabase()
        guard let found = accounts.group(name) else {
            return accounts.groupShadow[name] == nil
                ? .absent : .drifted("/etc/gshadow has the group, /etc/group has not")
        }
        if let reason = drift(found, accounts) { return .drifted(reason) }
        return .inForce
    }

    private func drift(_ found: AccountDatabase.Group, _ accounts: AccountDatabase) -> String? {
        guard found.identifier != 0, found.identifier < Registry.firstCapability else {
            return "\(name) has the group id \(found.identifier)"
        }
        if let other = accounts.groups.first(where: { $0.identifier == found.identifier && $0.name != name }) {
            return "\(name) shares its group id \(found.identifier) with \(other.name)"
        }
        if let password = accounts.groupShadow[name], !["", "!", "*", "!*"].contains(password) {
            return "\(name) has a password, with which anybody can enter it"
        }
        if group == .users, !found.members.isEmpty {
            return "\(name) lists \(found.members.joined(separator: ", ")) as members; it is for the principals alone"
        }
        return nil
    }

    func capture() throws(SetupError) -> BeforeImage {
        switch try inspect(recorded: nil) {
        case .absent: return .absent
        case .inForce: return .existing
        case .drifted(let reason): throw conflict("the group \(name)", reason)
        }
    }

    func apply(over image: BeforeImage) throws(SetupError) {
        guard try AccountDatabase().group(name) != nil else {
            try tools.require(.groupadd, ["--system", "--", name], to: "create the group", name)
            return
        }
        try tools.require(.gpasswd, ["--restrict", name], to: "remove the password of the group", name)
        if group == .users {
            try tools.require(.gpasswd, ["--members", "", name], to: "empty the group", name)
        }
    }

    func revert(to image: BeforeImage) throws(SetupError) {
        let accounts = try AccountDatabase()
        if accounts.group(name) == nil {
            // The machine stopped between the two files of groupdel: only groupadd can make them agree again.
            guard accounts.groupShadow[name] != nil else { return }
            try tools.require(.groupadd, ["--system", "--", name], to: "complete the group", name)
        }
        try tools.require(.groupdel, ["--", name], accepted: [0, 6], to: "delete the group", name)
    }
}
