import Testing
import WindowsSecurity

@Suite struct TokenFilterTests {
    private var base: AccessToken {
        var token = AccessToken(user: World.user, privileges: PrivilegeSet(Privilege.allCases))
        token.groups = [TokenGroup(.everyone), TokenGroup(.administrators, [.usual, .owner]), TokenGroup(.users)]
        token.enabledPrivileges = PrivilegeSet([.changeNotify, .backup])
        token.defaultDACL = DefaultDescriptors.tokenDACL(user: World.user, logonSession: nil)
        token.integrityLevel = .high
        token.kind = .impersonation(.identification)
        return token
    }

    @Test func disabledSIDsDenyOnlyAndNeverComeBack() throws {
        var filtered = try base.filtered(by: TokenFilter(sidsToDisable: [World.user, .administrators, World.stranger]))
        #expect(filtered.user.isDenyOnly)
        #expect(filtered.groups.filter(\.isDenyOnly).map(\.sid) == [.administrators])
        #expect(!filtered.isRestricted)
        #expect(throws: TokenAdjustmentError(code: .cantEnableDenyOnly, sid: .administrators)) {
            try filtered.adjustGroups(enable: [.administrators])
        }
    }

    @Test func onlyTheTraversePrivilegeSurvivesTheMaximum() throws {
        let filter = TokenFilter(flags: .disableMaximumPrivilege, privilegesToDelete: PrivilegeSet([.changeNotify]))
        let filtered = try base.filtered(by: filter)
        #expect(filtered.privileges.privileges == [.changeNotify])
        #expect(filtered.holds(.changeNotify))
        var disabled = base
        disabled.enabledPrivileges = []
        #expect(try !disabled.filtered(by: filter).holds(.changeNotify))
    }

    @Test func everythingElseIsCopied() throws {
        let filtered = try base.filtered(by: TokenFilter(flags: [.writeRestricted], restrictingSIDs: [World.synthetic]))
        #expect(filtered.integrityLevel == .high)
        #expect(filtered.kind == base.kind)
        #expect(filtered.defaultDACL == base.defaultDACL)
        #expect(filtered.isWriteRestricted)
        #expect(filtered.restrictingSIDs?.map(\.attributes) == [.usual])
    }

    @Test func restrictingTwiceIntersectsAndNeverOpens() throws {
        let once = try base.filtered(by: TokenFilter(restrictingSIDs: [.users, World.synthetic]))
        let twice = try once.filtered(
            by: TokenFilter(flags: .writeRestricted, restrictingSIDs: [World.synthetic, .everyone]))
        #expect(twice.restrictingSIDs?.map(\.sid) == [World.synthetic])
        #expect(!twice.isWriteRestricted)
        #expect(try once.filtered(by: TokenFilter()).restrictingSIDs == once.restrictingSIDs)
        #expect(try base.filtered(by: TokenFilter(flags: .writeRestricted)).restrictingSIDs == [])
    }

    @Test func attributesAndCapabilitiesAreRefused() throws {
        let withAttributes = TokenFilter(sidsToRestrict: [TokenGroup(.everyone, .enabled)])
        #expect(throws: TokenFilter.Failure(code: .invalidParameter, sid: .everyone)) {
            try base.filtered(by: withAttributes)
        }
        let capability = SID.capability("internetClient")
        #expect(throws: TokenFilter.Failure(code: .invalidParameter, sid: capability)) {
            try base.filtered(by: TokenFilter(restrictingSIDs: [capability]))
        }
        var questions = OpenQuestions()
        questions.capabilityIsRefusedAsRestrictingSID = false
        #expect(try base.filtered(by: TokenFilter(restrictingSIDs: [capability]), questions: questions).isRestricted)
        #expect(throws: TokenFilter.Failure(code: .accessDenied, sid: nil)) {
            try base.filtered(by: TokenFilter(), handleAccess: AccessMask(rawValue: 0x8))
        }
    }

    @Test func filteringNeverGrantsMore() throws {
        let descriptors = [
            World.descriptor([.allow(.fileAll, to: .administrators)]),
            World.descriptor([.deny(.fileReadData, to: .users), .allow(.fileAll, to: .everyone)]),
            World.descriptor([.allow(.fileAll, to: World.user)], owner: World.user),
        ]
        let filters: [TokenFilter] = [
            TokenFilter(sidsToDisable: [.administrators]), TokenFilter(flags: .limitedUser),
            TokenFilter(restrictingSIDs: [World.synthetic]),
            TokenFilter(flags: .writeRestricted, restrictingSIDs: [.everyone]),
            TokenFilter(flags: .disableMaximumPrivilege, sidsToDisable: [World.user]),
        ]
        for descriptor in descriptors {
            for shift in 0..<32 {
                let request = AccessRequest(AccessMask(rawValue: 1 << UInt32(shift)), mapping: World.mapping)
                let before = AccessCheck.decide(descriptor, token: base, request: request).isGranted
                for filter in filters where !before {
                    let token = try base.filtered(by: filter)
                    #expect(!AccessCheck.decide(descriptor, token: token, request: request).isGranted)
                }
            }
        }
    }

    @Test func privilegesAreAdjustedOnlyWhereTheyAre() {
        var token = AccessToken(user: World.user, privileges: PrivilegeSet([.shutdown]))
        let hasDebug = token.adjustPrivileges(enable: PrivilegeSet([.debug]))
        #expect(!hasDebug)
        #expect(!token.holds(.debug))
        let hadShutdown = token.adjustPrivileges(disable: PrivilegeSet([.shutdown]))
        #expect(hadShutdown)
        #expect(!token.holds(.shutdown))
        token.removePrivileges(PrivilegeSet([.shutdown]))
        let hasShutdown = token.adjustPrivileges(enable: PrivilegeSet([.shutdown]))
        #expect(!hasShutdown)
    }

    @Test func mandatoryGroupsStayOn() throws {
        var token = AccessToken(user: World.user, groups: [TokenGroup(.users), TokenGroup(.everyone, [.enabled])])
        #expect(throws: TokenAdjustmentError(code: .cantDisableMandatory, sid: .users)) {
            try token.adjustGroups(disable: [.users])
        }
        let isAssigned = try token.adjustGroups(disable: [.everyone])
        #expect(isAssigned)
        #expect(!token.groups[1].isEnabled)
        let isStrangerAssigned = try token.adjustGroups(enable: [World.stranger])
        #expect(!isStrangerAssigned)
    }

    @Test func aClientsLevelNeverRises() throws {
        let copy = try base.duplicate(as: .impersonation(.anonymous))
        #expect(copy.kind == .impersonation(.anonymous))
        #expect(throws: TokenAdjustmentError(code: .badImpersonationLevel, sid: nil)) {
            try base.duplicate(as: .impersonation(.delegation))
        }
        #expect(throws: TokenAdjustmentError(code: .badImpersonationLevel, sid: nil)) {
            try base.duplicate(as: .primary)
        }
        #expect(try base.duplicate(as: base.kind, effectiveOnly: true).privileges == base.enabledPrivileges)
    }
}
