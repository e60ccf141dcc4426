import Testing
import WindowsSecurity

/// Where the access check is not what one would guess, one test each.
@Suite struct TrapTests {
    private let user = World.user.description
    private let synthetic = World.synthetic.description

    @Test func deleteChildIsNoWriteRightOfAWriteRestrictedToken() throws {
        let sddl = "O:SYG:SYD:(A;;FA;;;\(user))"
        let writes = World.restricted([World.synthetic], writesOnly: true)
        #expect(try World.decide(sddl, writes, .fileDeleteChild).isGranted)
        #expect(try !World.decide(sddl, writes, .delete).isGranted)
        #expect(
            try !World.decide(sddl, World.restricted([World.synthetic], writesOnly: false), .fileDeleteChild).isGranted)
        let rules = FileRules(token: writes)
        let file = FileObject(try SecurityDescriptor(sddl: "O:SYG:SYD:(D;;SD;;;\(synthetic))"))
        #expect(rules.delete(file, in: try SecurityDescriptor(sddl: sddl)).isSuccess)
        var questions = OpenQuestions()
        questions.deleteChildIsAWriteRight = true
        let other = FileRules(token: writes, questions: questions)
        #expect(other.delete(file, in: try SecurityDescriptor(sddl: sddl)).status == .accessDenied)
    }

    @Test func theWriteSetComesFromTheMappingOfTheObjectType() {
        let expected: [(ObjectType, UInt32)] = [
            (.file, 0x010d_0116), (.key, 0x010d_0006), (.process, 0x010d_0bea), (.thread, 0x010d_0437),
            (.token, 0x010d_01e0), (.job, 0x010d_000b), (.event, 0x010d_0002), (.mutant, 0x010d_0000),
            (.section, 0x010d_0002), (.directory, 0x010d_000c), (.symbolicLink, 0x010d_0000),
            (.ioCompletion, 0x010d_0002), (.windowStation, 0x010d_001c), (.desktop, 0x010d_00be),
        ]
        for (type, set) in expected { #expect(type.mapping.writeSet.rawValue == set, "\(type.name)") }
        #expect(!ObjectType.file.mapping.writeSet.contains(.readControl))
        #expect(!ObjectType.file.mapping.writeSet.contains(.synchronize))
    }

    @Test func ownerAndPrivilegeRightsAreSettledBeforeBothPasses() throws {
        var token = World.restricted([World.synthetic, World.user], writesOnly: false)
        #expect(try World.decide("O:\(user)G:SYD:(D;;WDRC;;;\(synthetic))", token, .writeDACL).isGranted)
        token.privileges = PrivilegeSet([.takeOwnership])
        token.enabledPrivileges = token.privileges
        #expect(try World.decide("O:SYG:SYD:(D;;WO;;;WD)", token, .writeOwner).isGranted)
        let (_, derivation) = AccessCheck.explain(
            try SecurityDescriptor(sddl: "O:SYG:SYD:(D;;WO;;;WD)"), token: token,
            request: AccessRequest(.writeOwner, mapping: World.mapping))
        #expect(!derivation.steps.contains { $0.kind == .passBegins })
    }

    @Test func aRestrictedOwnerOwnsOnlyThroughARestrictingSID() throws {
        let sddl = "O:\(user)G:SYD:"
        #expect(try World.decide(sddl, World.plain, .writeDACL).isGranted)
        #expect(try !World.decide(sddl, World.restricted([World.synthetic], writesOnly: true), .writeDACL).isGranted)
        #expect(try World.decide(sddl, World.restricted([World.user], writesOnly: true), .writeDACL).isGranted)
    }

    @Test func theLabelStandsBeforeOwnershipPrivilegesAndList() throws {
        var token = World.plain
        token.integrityLevel = .low
        token.privileges = PrivilegeSet([.takeOwnership])
        token.enabledPrivileges = token.privileges
        for desired in [AccessMask.writeOwner, .writeDACL, .fileWriteData, .fileDeleteChild, .delete] {
            #expect(try !World.decide("O:\(user)G:SYD:NO_ACCESS_CONTROL", token, desired).isGranted)
        }
        #expect(try World.decide("O:\(user)G:SYD:NO_ACCESS_CONTROL", token, .genericRead).isGranted)
        #expect(try World.decide("O:\(user)G:SYD:NO_ACCESS_CONTROLS:(ML;;NW;;;LW)", token, .fileWriteData).isGranted)
        token.privileges.formUnion(PrivilegeSet([.relabel]))
        token.enabledPrivileges = token.privileges
        #expect(try World.decide("O:SYG:SYD:", token, .writeOwner).isGranted)
    }

    @Test func denyOnlySIDsDeny() throws {
        let group = World.denyOnly.description
        #expect(try !World.decide("O:SYG:SYD:(D;;CC;;;\(group))(A;;CC;;;WD)", World.plain, .fileReadData).isGranted)
        #expect(try !World.decide("O:SYG:SYD:(A;;CC;;;\(group))", World.plain, .fileReadData).isGranted)
    }

    @Test func aLaterDenyRevokesNothing() throws {
        #expect(try World.decide("O:SYG:SYD:(A;;CC;;;WD)(D;;CC;;;WD)", World.plain, .fileReadData).isGranted)
        #expect(try !World.decide("O:SYG:SYD:(D;;CC;;;WD)(A;;CC;;;WD)", World.plain, .fileReadData).isGranted)
        #expect(
            try !World.decide(
                "O:SYG:SYD:(A;;CC;;;WD)(D;;DC;;;WD)(A;;DC;;;WD)", World.plain, [.fileReadData, .fileWriteData]
            ).isGranted)
    }

    @Test func theNullListDiffersForPackages() throws {
        let sddl = "O:SYG:SYD:NO_ACCESS_CONTROL"
        #expect(try World.decide(sddl, World.plain, .genericAll).isGranted)
        #expect(try World.decide(sddl, World.restricted([World.synthetic], writesOnly: false), .genericAll).isGranted)
        #expect(try World.decide("O:SYG:SY", World.restricted([], writesOnly: true), .fileWriteData).isGranted)
        var package = World.plain
        package.appContainer = AppContainer(package: World.package)
        #expect(try !World.decide(sddl, package, .fileReadData).isGranted)
        #expect(try !World.decide("O:SYG:SY", package, .fileReadData).isGranted)
        #expect(try !World.decide("O:SYG:SYD:", World.plain, .fileReadData).isGranted)
    }

    @Test func aRuleOnASyntheticSIDNeverMatches() {
        for writesOnly in [false, true] {
            let token = World.restricted([World.synthetic], writesOnly: writesOnly)
            #expect(!UserCondition.user(World.synthetic).matches(token))
        }
        #expect(UserCondition.user(World.user).matches(World.plain))
        #expect(UserCondition.user(World.user).matches(World.restricted([World.synthetic], writesOnly: true)))
        #expect(!UserCondition.user(World.user).matches(World.restricted([World.synthetic], writesOnly: false)))
        #expect(!UserCondition.user(World.denyOnly).matches(World.plain))
    }

    @Test func readsSkipTheSecondPassOfAWriteRestrictedToken() throws {
        let sddl = "O:SYG:SYD:(D;;FR;;;\(synthetic))(A;;FA;;;WD)"
        #expect(try World.decide(sddl, World.restricted([World.synthetic], writesOnly: true), .genericRead).isGranted)
        #expect(
            try !World.decide(sddl, World.restricted([World.synthetic, .everyone], writesOnly: false), .genericRead)
                .isGranted)
    }

    @Test func readsAskedForTogetherWithWritesPassTheSecondPassToo() throws {
        let descriptor = try SecurityDescriptor(sddl: "O:SYG:SYD:(A;;FA;;;\(user))(A;;DC;;;\(synthetic))")
        let token = World.restricted([World.synthetic], writesOnly: true)
        var request = AccessRequest([.fileReadData, .fileWriteData], mapping: World.mapping)
        #expect(!AccessCheck.decide(descriptor, token: token, request: request).isGranted)
        request.questions.secondPassCoversReads = false
        #expect(AccessCheck.decide(descriptor, token: token, request: request).isGranted)
    }

    @Test func ownerRightsTakeThePlaceOfOwnership() throws {
        #expect(try !World.decide("O:\(user)G:SYD:(A;;CC;;;OW)", World.plain, .writeDACL).isGranted)
        #expect(try World.decide("O:\(user)G:SYD:(A;;CC;;;OW)", World.plain, .fileReadData).isGranted)
        #expect(try World.decide("O:\(user)G:SYD:(A;IO;CC;;;OW)", World.plain, .writeDACL).isGranted)
    }

    @Test func systemSecurityIsAPrivilegeAndNoEntry() throws {
        #expect(
            try World.decide("O:SYG:SYD:(A;;0x1000000;;;WD)", World.plain, .accessSystemSecurity).status
                == .privilegeNotHeld)
        var token = World.plain
        token.privileges = PrivilegeSet([.security])
        #expect(try World.decide("O:SYG:SYD:", token, .accessSystemSecurity).status == .privilegeNotHeld)
        token.enabledPrivileges = token.privileges
        #expect(try World.decide("O:SYG:SYD:", token, .accessSystemSecurity).isGranted)
    }

    @Test func aPackageNeedsBothSides() throws {
        var token = World.plain
        token.appContainer = AppContainer(package: World.package)
        let package = World.package.description
        #expect(try !World.decide("O:SYG:SYD:(A;;FA;;;WD)", token, .fileReadData).isGranted)
        #expect(try !World.decide("O:SYG:SYD:(A;;FA;;;\(package))", token, .fileReadData).isGranted)
        #expect(try World.decide("O:SYG:SYD:(A;;FA;;;WD)(A;;FR;;;\(package))", token, .fileReadData).isGranted)
        #expect(try World.decide("O:SYG:SYD:(A;;FA;;;WD)(A;;FR;;;AC)", token, .fileReadData).isGranted)
        token.appContainer?.isLessPrivileged = true
        #expect(try !World.decide("O:SYG:SYD:(A;;FA;;;WD)(A;;FR;;;AC)", token, .fileReadData).isGranted)
        #expect(try World.decide("O:SYG:SYD:(A;;FA;;;WD)(A;;FR;;;S-1-15-2-2)", token, .fileReadData).isGranted)
    }

    @Test func unknownConditionsDenyAndDoNotAllow() throws {
        #expect(try !World.decide("O:SYG:SYD:(XA;;FA;;;WD;(@User.x == 1))", World.plain, .fileReadData).isGranted)
        #expect(
            try !World.decide("O:SYG:SYD:(XD;;FA;;;WD;(@User.x == 1))(A;;FA;;;WD)", World.plain, .fileReadData)
                .isGranted)
        #expect(try World.decide("O:SYG:SYD:(XA;;FA;;;WD;(Member_of {SID(BU)}))", World.plain, .fileReadData).isGranted)
        #expect(
            try World.decide("O:SYG:SYD:(XD;;FA;;;WD;(Member_of {SID(BA)}))(A;;FA;;;WD)", World.plain, .fileReadData)
                .isGranted)
    }

    @Test func askingForNothingIsRefusedForEveryToken() throws {
        var package = World.plain
        package.appContainer = AppContainer(package: World.package)
        for token in World.tokens + [package] {
            let descriptor = try SecurityDescriptor(sddl: "O:SYG:SYD:(A;;FA;;;WD)(A;;FA;;;AC)")
            var request = AccessRequest([], mapping: World.mapping)
            #expect(!AccessCheck.decide(descriptor, token: token, request: request).isGranted)
            request.questions.emptyRequestSucceeds = true
            #expect(AccessCheck.decide(descriptor, token: token, request: request).isGranted)
        }
    }

    /// What a privilege settles escapes both walks for MAXIMUM_ALLOWED too; the package has to be granted it all the same.
    @Test func aPrivilegeEscapesTheSecondPassUnderMaximumAllowed() throws {
        var token = World.restricted([World.synthetic], writesOnly: false)
        token.privileges = PrivilegeSet([.takeOwnership])
        token.enabledPrivileges = token.privileges
        let desired: AccessMask = [.maximumAllowed, .writeOwner]
        #expect(try World.decide("O:SYG:SYD:(D;;FA;;;WD)", token, desired).granted == .writeOwner)
        let package = World.packaged(token)
        #expect(try !World.decide("O:SYG:SYD:(D;;FA;;;WD)", package, desired).isGranted)
        #expect(try World.decide("O:SYG:SYD:(A;;WO;;;AC)", package, desired).granted == .writeOwner)
    }
}
