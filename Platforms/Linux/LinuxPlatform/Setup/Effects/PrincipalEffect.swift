internal import SandboxModel

/// The account of a principal: locked, without shell, home, subordinate ids and other groups (`useradd(8)`).
struct PrincipalEffect: LinuxEffect {
    let principal: Principal
    let tools: ToolRunner

    static let home = "/nonexistent"
    static let shell = "/usr/sbin/nologin"

    private var name: String { principal.accountName }

    func inspect(recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        let accounts = try AccountDatabase()
        guard let found = accounts.user(name) else {
            return accounts.shadow[name] == nil ? .absent : .drifted("/etc/shadow has \(name), /etc/passwd has not")
        }
        if let reason = drift(found, accounts) { return .drifted(reason) }
        return .inForce
    }

    private func drift(_ found: AccountDatabase.User, _ accounts: AccountDatabase) -> String? {
        let group = accounts.group(SandboxGroup.users.groupName)
        let identity = String(found.identifier)
        let ranges = accounts.subordinateUsers + accounts.subordinateGroups
        if found.identifier == 0 { return "\(name) has the user id 0" }
        if let other = accounts.users.first(where: { $0.identifier == found.identifier && $0.name != name }) {
            return "\(name) shares its user id \(identity) with \(other.name)"
        }
        if found.group != group?.identifier { return "\(name) has the primary group \(found.group)" }
        if found.home != Self.home { return "\(name) has the home directory \(found.home)" }
        if found.shell != Self.shell { return "\(name) has the shell \(found.shell)" }
        guard found.password == "x", let password = accounts.shadow[name], let first = password.first,
            first == "!" || first == "*"
        else { return "the password of \(name) is not locked" }
        if ranges.contains(where: { $0.owner == name || $0.owner == identity }) {
            return "\(name) has subordinate ids"
        }
        if let other = accounts.groups.first(where: { $0.members.contains(name) }) {
            return "\(name) is a member of \(other.name)"
        }
        return nil
    }

    func capture() throws(SetupError) -> BeforeImage {
        switch try inspect(recorded: nil) {
        case .absent: return .absent
        case .inForce: return .existing
        case .drifted(let reason): throw conflict("the account \(name)", reason)
        }
    }

    func apply(over image: BeforeImage) throws(SetupError) {
        let accounts = try AccountDatabase()
        guard let found = accounts.user(name) else { return try create() }
        if accounts.shadow[name] == nil {
            // The machine stopped between the two files of useradd: nothing but starting again makes them agree.
            try tools.require(.userdel, ["--", name], accepted: [0, 6], to: "delete the account", name)
            return try create()
        }
        let identity = String(found.identifier)
        for (file, ranges) in [("uids", accounts.subordinateUsers), ("gids", accounts.subordinateGroups)] {
            for range in ranges where range.owner == name || range.owner == identity {
                let bounds = "\(range.first)-\(range.first + max(range.count, 1) - 1)"
                try tools.require(.usermod, ["--del-sub\(file)", bounds, "--", name], to: "correct the account", name)
            }
        }
        let arguments = [
            "--gid", SandboxGroup.users.groupName, "--groups", "", "--home", Self.home, "--shell", Self.shell, "--lock",
        ]
        try tools.require(.usermod, arguments + ["--", name], to: "correct the account", name)
    }

    private func create() throws(SetupError) {
        let arguments = [
            "--system", "--no-create-home", "--home-dir", Self.home, "--shell", Self.shell,
            "--gid", SandboxGroup.users.groupName, "--", name,
        ]
        try tools.require(.useradd, arguments, to: "create the account", name)
    }

    func revert(to image: BeforeImage) throws(SetupError) {
        try ProcessTermination.endCommands()
        let accounts = try AccountDatabase()
        if accounts.user(name) == nil {
            // The machine stopped between the two files of userdel: only useradd can make them agree again.
            guard accounts.shadow[name] != nil else { return }
            try create()
        }
        try tools.require(.userdel, ["--", name], accepted: [0, 6], to: "delete the account", name)
    }
}
