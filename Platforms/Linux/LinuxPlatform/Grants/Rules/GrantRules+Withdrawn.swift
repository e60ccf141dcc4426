internal import PosixSecurity

extension GrantRules {
    /// Without the capability and the principals; without the owner's inherited entry once no capability is left.
    func withdrawn(_ lists: AccessLists) -> AccessLists {
        withdraw(groups: [capability], users: principals, from: lists)
    }

    /// Without the sandbox users.
    func readWithdrawn(_ lists: AccessLists) -> AccessLists {
        withdraw(groups: [users], users: [], from: lists)
    }

    private func withdraw(groups: [UInt32], users: [UInt32], from lists: AccessLists) -> AccessLists {
        var result = lists
        withdraw(groups: groups, users: users, from: &result.access)
        if var inherited = lists.inherited, withdraw(groups: groups, users: users, from: &inherited) {
            result.inherited = inherited.namedEntryCount == 0 ? nil : inherited
        }
        return result
    }

    /// Takes names out and lets the mask follow, never widening it.
    @discardableResult
    func withdraw(groups: [UInt32], users: [UInt32], from list: inout AccessControlList) -> Bool {
        var found = false
        var tookCapability = false
        for group in groups where list.group(group) != nil {
            list.setGroup(group, nil)
            found = true
            tookCapability = tookCapability || group == capability
        }
        for user in users where list.user(user) != nil {
            list.setUser(user, nil)
            found = true
        }
        let capabilities = Registry.firstCapability..<Registry.endOfCapabilities
        if tookCapability, !list.groups.contains(where: { capabilities.contains($0.id) }) { list.setUser(owner, nil) }
        if found { list.limitMask() }
        return found
    }
}
