public import WindowsSecurity

/// The accounts, groups and logon rights of the machine; Windows: the security accounts manager and the local policy.
public struct SecurityAccounts: Hashable, Sendable {
    /// The SID of the machine, `S-1-5-21-…`.
    public let machine: SID
    /// The users in the order in which they were made.
    public internal(set) var users: [Account] = []
    /// The groups in the order in which they were made.
    public internal(set) var groups: [LocalGroup] = []
    /// Who holds which logon right.
    public internal(set) var rights: [LogonRight: Set<SID>] = [:]
    /// The relative identifier of the next account; Windows starts at 1000 and uses none twice.
    var nextRelativeIdentifier: UInt32 = 1001
    /// After how many wrong passwords an account is locked; 0 means never.
    public internal(set) var lockoutThreshold = 10

    /// Makes an accounts manager with the groups every machine has.
    ///
    /// - Parameter machine: the SID of the machine.
    init(machine: SID) {
        self.machine = machine
        let builtin: [(UInt32, String)] = [
            (544, "Administrators"), (545, "Users"), (546, "Guests"), (551, "Backup Operators"),
        ]
        for (identifier, name) in builtin {
            guard let sid = SID(identifierAuthority: 5, subAuthorities: [32, identifier]) else { continue }
            groups.append(LocalGroup(name: name, sid: sid))
        }
        rights[.interactive] = [.users, .administrators]
        rights[.network] = [.everyone, .users, .administrators]
        rights[.batch] = [.administrators]
    }

    /// The user of a name, whatever its case.
    ///
    /// - Parameter name: for example `alice` or `.\alice`.
    /// - Returns: the user.
    public func user(_ name: String) -> Account? {
        let plain = name.hasPrefix(".\\") ? String(name.dropFirst(2)) : name
        return users.first { CaseFolding.areEqual(Array($0.name.utf8), Array(plain.utf8)) }
    }

    /// The group of a name, whatever its case.
    ///
    /// - Parameter name: for example `Users`.
    /// - Returns: the group.
    public func group(_ name: String) -> LocalGroup? {
        groups.first { CaseFolding.areEqual(Array($0.name.utf8), Array(name.utf8)) }
    }

    /// The name of an account, with its authority; Windows: `LookupAccountSid`.
    ///
    /// - Parameters:
    ///   - sid: any SID.
    ///   - computer: the name of the machine.
    /// - Returns: the name, or nothing when no account has the SID.
    public func name(of sid: SID, computer: String) -> String? {
        if let user = users.first(where: { $0.sid == sid }) { return computer + "\\" + user.name }
        if let group = groups.first(where: { $0.sid == sid }) {
            return (sid.subAuthority(0) == 32 ? "BUILTIN" : computer) + "\\" + group.name
        }
        return sid.accountName
    }

    /// The groups a user belongs to.
    ///
    /// - Parameter user: the SID of the user.
    /// - Returns: the SIDs in the order of the groups.
    public func memberships(of user: SID) -> [SID] {
        groups.filter { $0.members.contains(user) }.map(\.sid)
    }

    /// Whether a user may log on in a way: the right is held by one of its SIDs and the denial by none.
    ///
    /// - Parameters:
    ///   - right: the right.
    ///   - denial: its opposite.
    ///   - sids: the user and the groups.
    /// - Returns: true when the logon may go on.
    func permits(_ right: LogonRight, unless denial: LogonRight, for sids: [SID]) -> Bool {
        let denied = rights[denial] ?? []
        let granted = rights[right] ?? []
        return sids.contains(where: granted.contains) && !sids.contains(where: denied.contains)
    }
}
