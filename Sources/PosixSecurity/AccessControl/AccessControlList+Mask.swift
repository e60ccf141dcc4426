extension AccessControlList {
    /// Every right that some named user or some group has before the mask (`acl_calc_mask()`).
    public var groupClassUnion: Permissions {
        var union = owningGroup
        for entry in users { union.formUnion(entry.permissions) }
        for entry in groups { union.formUnion(entry.permissions) }
        return union
    }

    /// Widens the mask without giving anybody else a right: what the old mask held back is taken out of the entries.
    ///
    /// - Parameters:
    ///   - permissions: the rights the mask must let through.
    ///   - keptUsers: named users whose entries stay as they are.
    ///   - keptGroups: named groups whose entries stay as they are.
    public mutating func raiseMask(
        by permissions: Permissions, keepingUsers keptUsers: Set<UInt32> = [], groups keptGroups: Set<UInt32> = []
    ) {
        guard let old = mask, !permissions.isSubset(of: old) else { return }
        mask = old.union(permissions)
        owningGroup.formIntersection(old)
        for index in users.indices where !keptUsers.contains(users[index].id) {
            users[index].permissions.formIntersection(old)
        }
        for index in groups.indices where !keptGroups.contains(groups[index].id) {
            groups[index].permissions.formIntersection(old)
        }
    }

    /// Narrows the mask to what the entries still need, never widening it; without names the mask goes.
    ///
    /// What the mask held back from the owning group stays held back. A mask that would become empty stays as it is where
    /// others have rights, because Linux ignores named entries, denials included, under an empty mask.
    public mutating func limitMask() {
        guard let old = mask else { return }
        if namedEntryCount == 0 {
            owningGroup.formIntersection(old)
            mask = nil
        } else {
            let needed = old.intersection(groupClassUnion)
            mask = needed.isEmpty && !other.isEmpty ? old : needed
        }
    }
}
