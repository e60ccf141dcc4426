internal import PosixSecurity

extension GrantRules {
    /// No capability; the principals by name, with no more than others could read.
    func protected(_ lists: AccessLists, isDirectory: Bool) -> AccessLists {
        var result = lists
        withdrawCapability(from: &result)
        deny(in: &result.access)
        guard isDirectory else { return result }
        var inherited = result.inherited ?? AccessControlList(mode: lists.access.withoutNames.mode)
        deny(in: &inherited)
        result.inherited = inherited
        return result
    }

    private func deny(in list: inout AccessControlList) {
        let rights = list.other.intersection([.read, .execute])
        // With an empty mask the kernel skips named entries and judges the principals as `other`.
        let needsMask = list.other.contains(.write)
        for principal in principals {
            if let now = list.user(principal), now.isSubset(of: [.read, .execute]),
                now.intersection(list.effectiveMask) == rights, list.mask != [] || !needsMask
            {
                continue
            }
            list.setUser(principal, rights)
            var needed = rights
            if needsMask, list.effectiveMask.isEmpty { needed.insert(.read) }
            list.raiseMask(by: needed, keepingUsers: Set(principals).union([owner]))
        }
    }

    private func withdrawCapability(from lists: inout AccessLists) {
        withdraw(groups: [capability], users: [], from: &lists.access)
        if var inherited = lists.inherited {
            withdraw(groups: [capability], users: [], from: &inherited)
            lists.inherited = inherited.namedEntryCount == 0 ? nil : inherited
        }
    }
}
