internal import PosixSecurity

extension GrantRules {
    /// The capability reads and writes; in directories it does so in everything to come, and so does the owner.
    func writable(_ lists: AccessLists, isDirectory: Bool) -> AccessLists {
        var result = lists
        for principal in principals {
            // A protected tree left them here, when the entry was moved or the protection ended.
            remove(user: principal, from: &result.access)
            if var inherited = result.inherited {
                remove(user: principal, from: &inherited)
                result.inherited = inherited
            }
        }
        var wanted: Permissions = [.read, .write]
        if isDirectory || lists.access.owner.contains(.execute) { wanted.insert(.execute) }
        ensure(group: capability, wanted, in: &result.access)
        guard isDirectory else { return result }
        var inherited = result.inherited ?? AccessControlList(mode: lists.access.withoutNames.mode)
        ensure(group: capability, .all, in: &inherited)
        inherited.setUser(owner, .all)
        result.inherited = inherited
        return result
    }

    /// The sandbox users read, now and in everything to come.
    func readable(_ lists: AccessLists, isDirectory: Bool) -> AccessLists {
        var result = lists
        var wanted: Permissions = [.read]
        if isDirectory || lists.access.owner.contains(.execute) { wanted.insert(.execute) }
        ensure(group: users, wanted, in: &result.access)
        guard isDirectory else { return result }
        var inherited = result.inherited ?? AccessControlList(mode: lists.access.withoutNames.mode)
        ensure(group: users, [.read, .execute], in: &inherited)
        result.inherited = inherited
        return result
    }

    /// Takes a named user out, if it is there; nobody else gains or loses a right by it.
    private func remove(user: UInt32, from list: inout AccessControlList) {
        guard list.user(user) != nil else { return }
        list.setUser(user, nil)
        list.limitMask()
    }
}

extension AccessControlList {
    /// The list without named entries and mask, and without what the mask held back from the owning group.
    var withoutNames: AccessControlList {
        var list = AccessControlList(mode: 0)
        list.owner = owner
        list.owningGroup = owningGroup.intersection(effectiveMask)
        list.other = other
        return list
    }
}
