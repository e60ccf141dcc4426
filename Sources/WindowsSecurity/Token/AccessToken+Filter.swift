extension AccessToken {
    /// Makes a weaker token; type, level, owner, groups' order and default list are copied.
    ///
    /// Windows: `CreateRestrictedToken`, `NtFilterToken`.
    ///
    /// - Parameters:
    ///   - filter: what to take away.
    ///   - handleAccess: the rights on the handle through which the token is reached.
    ///   - questions: the readings of what nobody has settled.
    /// - Returns: the filtered token.
    /// - Throws: ``TokenFilter/Failure`` when the handle or a restricting SID is refused.
    public func filtered(
        by filter: TokenFilter, handleAccess: AccessMask = AccessMask(rawValue: 0xF01FF),
        questions: OpenQuestions = OpenQuestions()
    ) throws(TokenFilter.Failure) -> AccessToken {
        guard handleAccess.contains(AccessMask(rawValue: 0x2)) else {
            throw TokenFilter.Failure(code: .accessDenied, sid: nil)
        }
        for group in filter.sidsToRestrict {
            let isRefused = group.sid.isCapability && questions.capabilityIsRefusedAsRestrictingSID
            guard group.attributes.isEmpty, !isRefused else {
                throw TokenFilter.Failure(code: .invalidParameter, sid: group.sid)
            }
        }
        var token = self
        token.isSandboxInert = isSandboxInert || filter.flags.contains(.sandboxInert)
        token.disable(questions) { filter.sidsToDisable.contains($0) }
        if !filter.flags.contains(.disableMaximumPrivilege) { token.remove(filter.privilegesToDelete) }
        if filter.flags.contains(.limitedUser) { token.limitUser(isElevated: isElevated, questions) }
        if filter.flags.contains(.disableMaximumPrivilege) {
            token.privileges.formIntersection(PrivilegeSet([.changeNotify]))
            token.enabledPrivileges.formIntersection(token.privileges)
        }
        token.restrict(to: filter.sidsToRestrict.map(\.sid), isWriteRestricted: filter.flags.contains(.writeRestricted))
        return token
    }

    /// Makes the SIDs count for denying only; there is no way back.
    private mutating func disable(_ questions: OpenQuestions, where isListed: (SID) -> Bool) {
        var kept: GroupAttributes = [.logonSession, .resource]
        if questions.denyOnlyGroupsStayMandatory { kept.insert(.mandatory) }
        func weaken(_ group: TokenGroup) -> TokenGroup {
            guard isListed(group.sid) else { return group }
            return TokenGroup(group.sid, group.attributes.intersection(kept).union(.useForDenyOnly))
        }
        user = weaken(user)
        groups = groups.map(weaken)
    }

    private mutating func remove(_ removed: PrivilegeSet) {
        privileges.subtract(removed)
        enabledPrivileges.subtract(removed)
    }

    /// Takes away what makes an administrator; Windows: `LUA_TOKEN`.
    private mutating func limitUser(isElevated: Bool, _ questions: OpenQuestions) {
        disable(questions, where: Self.elevates)
        if questions.limitedUserOwnsNewObjects { ownNewObjects() }
        if isElevated {
            privileges.formIntersection(questions.privilegesOfLimitedUser)
            enabledPrivileges.formIntersection(questions.privilegesOfLimitedUser)
        } else {
            remove(
                PrivilegeSet([
                    .createToken, .trustedComputingBase, .takeOwnership, .backup, .restore, .debug, .impersonate,
                    .relabel,
                ]))
        }
    }

    /// Puts the user where a SID that elevates stands as owner or in the default list.
    private mutating func ownNewObjects() {
        if let owner = defaultOwner, Self.elevates(owner) { defaultOwner = user.sid }
        for index in defaultDACL?.entries.indices ?? [].indices
        where defaultDACL.map({ Self.elevates($0.entries[index].trustee) }) ?? false {
            defaultDACL?.entries[index].trustee = user.sid
        }
    }

    /// Whether a SID lifts the token above an ordinary user; one that counts for denying only lifts nobody.
    private var isElevated: Bool { ([user] + groups).contains { Self.elevates($0.sid) && !$0.isDenyOnly } }

    /// Whether a SID makes its holder more than an ordinary user.
    private static func elevates(_ sid: SID) -> Bool {
        guard sid.identifierAuthority == 5, let identifier = sid.relativeIdentifier else { return false }
        switch sid.subAuthority(0) {
        case 21:
            guard sid.subAuthorityCount == 5 else { return false }
            return identifier == 512 || (516...520).contains(identifier)
        case 32:
            guard sid.subAuthorityCount == 2 else { return false }
            return identifier == 544 || (547...551).contains(identifier)
                || [553, 554, 556, 569].contains(identifier)
        default: return false
        }
    }

    /// Sets the restricting SIDs, or intersects them with those that are there.
    private mutating func restrict(to sids: [SID], isWriteRestricted flag: Bool) {
        let added = sids.map { TokenGroup($0, .usual) }
        if let present = restrictingSIDs {
            // A token can only become weaker, so the flag does not open what a full restriction has closed.
            if !sids.isEmpty { restrictingSIDs = present.filter { sids.contains($0.sid) } }
        } else if !sids.isEmpty || flag {
            restrictingSIDs = added
            isWriteRestricted = flag
        }
    }
}
