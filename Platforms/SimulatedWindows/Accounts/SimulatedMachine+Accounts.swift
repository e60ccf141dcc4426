public import WindowsSecurity

extension SimulatedMachine {
    /// Makes a local user, a member of no group.
    ///
    /// Windows: `NetUserAdd`.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - password: the password.
    ///   - identifier: who calls.
    /// - Returns: the SID of the user.
    /// - Throws: `ERROR_ACCESS_DENIED` for everybody but administrators, `NERR_UserExists`.
    @discardableResult
    public mutating func addUser(
        _ name: String, password: String, by identifier: ProcessIdentifier
    ) throws(CallError) -> SID {
        try perform(.addUser(name, password, identifier), by: identifier) { machine throws(CallError) in
            try machine.administer(.accounts, by: identifier, call: "NetUserAdd", subject: name)
            guard machine.accounts.user(name) == nil else { throw CallError(.userExists, "NetUserAdd", name) }
            let sid = machine.accounts.issue()
            machine.accounts.users.append(Account(name: name, sid: sid, password: password))
            return sid
        }
    }

    /// Changes an account.
    ///
    /// Windows: `NetUserSetInfo`.
    ///
    /// - Parameters:
    ///   - name: the account.
    ///   - change: what is changed.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` for everybody but administrators, `NERR_UserNotFound`.
    public mutating func changeUser(
        _ name: String, _ change: AccountChange, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.changeUser(name, change, identifier), by: identifier) { machine throws(CallError) in
            try machine.administer(.accounts, by: identifier, call: "NetUserSetInfo", subject: name)
            guard let sid = machine.accounts.user(name)?.sid,
                let index = machine.accounts.users.firstIndex(where: { $0.sid == sid })
            else { throw CallError(.userNotFound, "NetUserSetInfo", name) }
            change.apply(to: &machine.accounts.users[index])
        }
    }

    /// Removes a local user.
    ///
    /// Windows: `NetUserDel`. Its SID is never given to anybody else.
    ///
    /// - Parameters:
    ///   - name: the account.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` for everybody but administrators, `NERR_UserNotFound`.
    public mutating func removeUser(_ name: String, by identifier: ProcessIdentifier) throws(CallError) {
        try perform(.removeUser(name, identifier), by: identifier) { machine throws(CallError) in
            try machine.administer(.accounts, by: identifier, call: "NetUserDel", subject: name)
            guard let sid = machine.accounts.user(name)?.sid else {
                throw CallError(.userNotFound, "NetUserDel", name)
            }
            machine.accounts.users.removeAll { $0.sid == sid }
            for index in machine.accounts.groups.indices { machine.accounts.groups[index].members.remove(sid) }
        }
    }

    /// Makes a local group.
    ///
    /// Windows: `NetLocalGroupAdd`.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - comment: the comment.
    ///   - identifier: who calls.
    /// - Returns: the SID of the group.
    /// - Throws: `ERROR_ACCESS_DENIED` for everybody but administrators, `NERR_GroupExists`.
    @discardableResult
    public mutating func addGroup(
        _ name: String, comment: String = "", by identifier: ProcessIdentifier
    ) throws(CallError) -> SID {
        try perform(.addGroup(name, comment, identifier), by: identifier) { machine throws(CallError) in
            try machine.administer(.accounts, by: identifier, call: "NetLocalGroupAdd", subject: name)
            guard machine.accounts.group(name) == nil else {
                throw CallError(.groupExists, "NetLocalGroupAdd", name)
            }
            let sid = machine.accounts.issue()
            machine.accounts.groups.append(LocalGroup(name: name, sid: sid, comment: comment))
            return sid
        }
    }

    /// Removes a local group.
    ///
    /// Windows: `NetLocalGroupDel`.
    ///
    /// - Parameters:
    ///   - name: the group.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` for everybody but administrators, `NERR_GroupNotFound`.
    public mutating func removeGroup(_ name: String, by identifier: ProcessIdentifier) throws(CallError) {
        try perform(.removeGroup(name, identifier), by: identifier) { machine throws(CallError) in
            try machine.administer(.accounts, by: identifier, call: "NetLocalGroupDel", subject: name)
            guard let sid = machine.accounts.group(name)?.sid, sid.subAuthority(0) == 21 else {
                throw CallError(.groupNotFound, "NetLocalGroupDel", name)
            }
            machine.accounts.groups.removeAll { $0.sid == sid }
        }
    }

    /// Makes an account a member of a group, or ends that.
    ///
    /// Windows: `NetLocalGroupAddMembers`, `NetLocalGroupDelMembers`.
    ///
    /// - Parameters:
    ///   - isMember: whether it shall be one.
    ///   - member: the account.
    ///   - group: the name of the group.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED`, `NERR_GroupNotFound`, `ERROR_MEMBER_IN_ALIAS`, `ERROR_MEMBER_NOT_IN_ALIAS`.
    public mutating func setMembership(
        _ isMember: Bool, of member: SID, in group: String, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.setMembership(isMember, member, group, identifier), by: identifier) { machine throws(CallError) in
            let call = isMember ? "NetLocalGroupAddMembers" : "NetLocalGroupDelMembers"
            try machine.administer(.accounts, by: identifier, call: call, subject: group)
            guard let sid = machine.accounts.group(group)?.sid,
                let index = machine.accounts.groups.firstIndex(where: { $0.sid == sid })
            else { throw CallError(.groupNotFound, call, group) }
            if isMember {
                guard machine.accounts.groups[index].members.insert(member).inserted else {
                    throw CallError(.memberInGroup, call, group)
                }
            } else {
                guard machine.accounts.groups[index].members.remove(member) != nil else {
                    throw CallError(.memberNotInGroup, call, group)
                }
            }
        }
    }

    /// Gives or takes a logon right.
    ///
    /// Windows: `LsaAddAccountRights`, `LsaRemoveAccountRights`.
    ///
    /// - Parameters:
    ///   - right: the right.
    ///   - isHeld: whether the account shall hold it.
    ///   - account: the account.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` for everybody but administrators.
    public mutating func setRight(
        _ right: LogonRight, _ isHeld: Bool, for account: SID, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.setRight(right, isHeld, account, identifier), by: identifier) { machine throws(CallError) in
            let call = isHeld ? "LsaAddAccountRights" : "LsaRemoveAccountRights"
            try machine.administer(.policy, by: identifier, call: call, subject: right.rawValue)
            if isHeld {
                machine.accounts.rights[right, default: []].insert(account)
            } else {
                machine.accounts.rights[right]?.remove(account)
            }
        }
    }
}

extension SecurityAccounts {
    /// A SID that no account had before.
    mutating func issue() -> SID {
        defer { nextRelativeIdentifier += 1 }
        return machine.appending(nextRelativeIdentifier) ?? machine
    }
}
