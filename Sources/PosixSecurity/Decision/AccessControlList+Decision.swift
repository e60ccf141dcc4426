extension AccessControlList {
    /// Whether a process without capabilities has all the wanted rights on an object with this list.
    ///
    /// Linux: `acl_permission_check()` in fs/namei.c and `posix_acl_permission()` in fs/posix_acl.c. They differ from
    /// POSIX.1e in one point: where the group digit of the mode is 0 (an empty mask), named entries are not consulted,
    /// and a process outside the owning group gets what `other` has, even if an entry names it.
    ///
    /// - Parameters:
    ///   - wanted: the rights, all of them needed at once.
    ///   - owner: the user id of the object's owner.
    ///   - group: the group id of the object.
    ///   - credentials: the process.
    ///   - recorder: who hears the steps.
    /// - Returns: whether the rights are there.
    @inlinable public func allows(
        _ wanted: Permissions, owner: UInt32, group: UInt32, to credentials: Credentials,
        recorder: inout some DerivationRecorder
    ) -> Bool {
        if credentials.user == owner {
            return judge(AccessControlEntry(.owner, self.owner), wanted, recorder: &recorder)
        }
        if let mask, mask.isEmpty {
            recorder.record(.entriesIgnored)
            let entry =
                credentials.belongs(to: group)
                ? AccessControlEntry(.owningGroup, []) : AccessControlEntry(.other, other)
            return judge(entry, wanted, recorder: &recorder)
        }
        if let named = user(credentials.user) {
            return judge(AccessControlEntry(.user(credentials.user), named), wanted, recorder: &recorder)
                && passesMask(wanted, recorder: &recorder)
        }
        var concerned = false
        if credentials.belongs(to: group) {
            concerned = true
            if judge(AccessControlEntry(.owningGroup, owningGroup), wanted, recorder: &recorder) {
                return passesMask(wanted, recorder: &recorder)
            }
        }
        for entry in groups where credentials.belongs(to: entry.id) {
            concerned = true
            if judge(AccessControlEntry(.group(entry.id), entry.permissions), wanted, recorder: &recorder) {
                return passesMask(wanted, recorder: &recorder)
            }
        }
        return concerned ? false : judge(AccessControlEntry(.other, other), wanted, recorder: &recorder)
    }

    /// Whether a process without capabilities has all the wanted rights, when nobody asks why.
    ///
    /// - Parameters:
    ///   - wanted: the rights, all of them needed at once.
    ///   - owner: the user id of the object's owner.
    ///   - group: the group id of the object.
    ///   - credentials: the process.
    /// - Returns: whether the rights are there.
    @inlinable public func allows(
        _ wanted: Permissions, owner: UInt32, group: UInt32, to credentials: Credentials
    ) -> Bool {
        var silent = SilentRecorder()
        return allows(wanted, owner: owner, group: group, to: credentials, recorder: &silent)
    }

    @inlinable func judge(
        _ entry: AccessControlEntry, _ wanted: Permissions, recorder: inout some DerivationRecorder
    ) -> Bool {
        let allows = wanted.isSubset(of: entry.permissions)
        recorder.record(.entry(entry, wanted: wanted, allows: allows))
        return allows
    }

    @inlinable func passesMask(_ wanted: Permissions, recorder: inout some DerivationRecorder) -> Bool {
        guard let mask else { return true }
        let allows = wanted.isSubset(of: mask)
        recorder.record(.mask(mask, wanted: wanted, allows: allows))
        return allows
    }
}
