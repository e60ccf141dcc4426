extension AccessToken {
    /// Switches privileges on and off; those the token does not have are left out.
    ///
    /// Windows: `AdjustTokenPrivileges`.
    ///
    /// - Parameters:
    ///   - enable: the privileges to switch on.
    ///   - disable: the privileges to switch off.
    /// - Returns: false when a privilege is missing (`ERROR_NOT_ALL_ASSIGNED`); the others are adjusted all the same.
    @discardableResult
    public mutating func adjustPrivileges(enable: PrivilegeSet = [], disable: PrivilegeSet = []) -> Bool {
        enabledPrivileges.formUnion(enable.intersection(privileges))
        enabledPrivileges.subtract(disable)
        return enable.union(disable).isSubset(of: privileges)
    }

    /// Removes privileges for good.
    ///
    /// Windows: `AdjustTokenPrivileges` with `SE_PRIVILEGE_REMOVED`.
    ///
    /// - Parameter removed: the privileges to remove.
    public mutating func removePrivileges(_ removed: PrivilegeSet) {
        privileges.subtract(removed)
        enabledPrivileges.subtract(removed)
    }

    /// Switches groups on and off.
    ///
    /// Windows: `AdjustTokenGroups`.
    ///
    /// - Parameters:
    ///   - enable: the groups to switch on.
    ///   - disable: the groups to switch off.
    /// - Returns: false when a group is missing (`ERROR_NOT_ALL_ASSIGNED`); the others are adjusted all the same.
    /// - Throws: ``TokenAdjustmentError`` for a mandatory or a deny-only group; nothing is changed then.
    @discardableResult
    public mutating func adjustGroups(
        enable: [SID] = [], disable: [SID] = []
    ) throws(TokenAdjustmentError) -> Bool {
        for group in groups {
            if disable.contains(group.sid), group.attributes.contains(.mandatory) {
                throw TokenAdjustmentError(code: .cantDisableMandatory, sid: group.sid)
            }
            if enable.contains(group.sid), group.isDenyOnly {
                throw TokenAdjustmentError(code: .cantEnableDenyOnly, sid: group.sid)
            }
        }
        groups = groups.map { group in
            var group = group
            if enable.contains(group.sid) { group.attributes.insert(.enabled) }
            if disable.contains(group.sid) { group.attributes.remove(.enabled) }
            return group
        }
        return (enable + disable).allSatisfy { sid in groups.contains { $0.sid == sid } }
    }

    /// Copies the token.
    ///
    /// Windows: `DuplicateTokenEx`.
    ///
    /// - Parameters:
    ///   - kind: primary or impersonation with a level.
    ///   - effectiveOnly: whether what is switched off is left out of the copy.
    /// - Returns: the copy.
    /// - Throws: ``TokenAdjustmentError`` when the level of a client's token would rise.
    public func duplicate(
        as kind: TokenKind, effectiveOnly: Bool = false
    ) throws(TokenAdjustmentError) -> AccessToken {
        if case .impersonation(let present) = self.kind {
            let isRaised: Bool
            switch kind {
            case .impersonation(let wanted): isRaised = wanted > present
            case .primary: isRaised = present < .impersonation
            }
            guard !isRaised else { throw TokenAdjustmentError(code: .badImpersonationLevel, sid: nil) }
        }
        var copy = self
        copy.kind = kind
        if effectiveOnly {
            copy.groups = groups.filter { $0.isEnabled || $0.isDenyOnly }
            copy.privileges = privileges.intersection(enabledPrivileges)
            copy.enabledPrivileges = copy.privileges
        }
        return copy
    }
}
