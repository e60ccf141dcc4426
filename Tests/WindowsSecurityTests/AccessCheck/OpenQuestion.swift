import Testing
import WindowsSecurity

/// One switch: how it is changed, and what holds in the reading of the model and not in the other one.
struct OpenQuestion: Sendable, CustomTestStringConvertible {
    let property: String
    let change: @Sendable (inout OpenQuestions) -> Void
    let asModelled: @Sendable (OpenQuestions) throws -> Bool

    var testDescription: String { property }

    private init(
        _ property: String, _ change: @escaping @Sendable (inout OpenQuestions) -> Void,
        asModelled: @escaping @Sendable (OpenQuestions) throws -> Bool
    ) {
        self.property = property
        self.change = change
        self.asModelled = asModelled
    }

    static let all = passes + owners + filters + lists

    private static func granted(
        _ sddl: String, _ token: AccessToken, _ desired: AccessMask, _ questions: OpenQuestions
    ) throws -> AccessMask {
        let request = AccessRequest(desired, mapping: World.mapping, questions: questions)
        return AccessCheck.decide(try SecurityDescriptor(sddl: sddl), token: token, request: request).granted
    }

    private static let readsAndWrites: AccessMask = [.fileReadData, .fileWriteData]
    private static let writeRestricted = World.restricted([World.synthetic], writesOnly: true)

    /// The user has all rights, the synthetic SID may write data.
    private static let shared = "O:SYG:SYD:(A;;FA;;;\(World.user))(A;;DC;;;\(World.synthetic))"

    private static let passes = [
        OpenQuestion("secondPassCoversReads", { $0.secondPassCoversReads = false }) {
            try granted(shared, writeRestricted, readsAndWrites, $0).isEmpty
        },
        OpenQuestion("maximumLosesWritesOnly", { $0.maximumLosesWritesOnly = false }) {
            try granted(shared, writeRestricted, .maximumAllowed, $0).contains(.fileReadData)
        },
        OpenQuestion("deleteChildIsAWriteRight", { $0.deleteChildIsAWriteRight = true }) {
            try granted(shared, writeRestricted, .fileDeleteChild, $0) == .fileDeleteChild
        },
        OpenQuestion("restrictingSIDsBindAppContainers", { $0.restrictingSIDsBindAppContainers = false }) {
            let token = World.packaged(World.restricted([World.synthetic], writesOnly: false))
            let sddl = "O:SYG:SYD:(A;;FA;;;WD)(A;;FA;;;AC)"
            return try granted(sddl, token, .fileReadData, $0).isEmpty
                && granted(sddl, token, .maximumAllowed, $0).isEmpty
        },
        OpenQuestion("appContainerWaivesLabelsUpTo", { $0.appContainerWaivesLabelsUpTo = .low }) {
            var token = World.packaged(World.plain)
            token.integrityLevel = .low
            return try granted("O:SYG:SYD:(A;;FA;;;WD)(A;;FA;;;AC)", token, .fileWriteData, $0) == .fileWriteData
        },
        OpenQuestion("emptyRequestSucceeds", { $0.emptyRequestSucceeds = true }) {
            let request = AccessRequest([], mapping: World.mapping, questions: $0)
            return !AccessCheck.decide(World.descriptor([]), token: World.plain, request: request).isGranted
        },
        OpenQuestion("typedDenyCoversObjectWithoutList", { $0.typedDenyCoversObjectWithoutList = true }) {
            let sddl = "O:SYG:SYD:(OD;;CC;f30e3bbf-9ff0-11d1-b603-0000f80367c1;;WD)(A;;CC;;;WD)"
            return try granted(sddl, World.plain, .fileReadData, $0) == .fileReadData
        },
    ]

    private static let owners = [
        OpenQuestion("ownerMustBeRestrictingSID", { $0.ownerMustBeRestrictingSID = false }) {
            try granted("O:\(World.user)G:SYD:", writeRestricted, .writeDACL, $0).isEmpty
        },
        OpenQuestion("filterEngineRunsSecondPass", { $0.filterEngineRunsSecondPass = false }) {
            let token = World.restricted([World.synthetic], writesOnly: false)
            return !UserCondition.user(World.user).matches(token, questions: $0)
        },
    ]

    private static let administrator: AccessToken = {
        var token = AccessToken(user: World.user, privileges: PrivilegeSet(Privilege.allCases))
        token.groups = [TokenGroup(.everyone), TokenGroup(.administrators, [.usual, .owner])]
        token.defaultOwner = .administrators
        token.defaultDACL = [.allow(.genericAll, to: .administrators), .allow(.genericAll, to: .localSystem)]
        return token
    }()

    private static func limited(_ questions: OpenQuestions) throws -> AccessToken {
        try administrator.filtered(by: TokenFilter(flags: .limitedUser), questions: questions)
    }

    private static let filters = [
        OpenQuestion("capabilityIsRefusedAsRestrictingSID", { $0.capabilityIsRefusedAsRestrictingSID = false }) {
            let filter = TokenFilter(restrictingSIDs: [World.capability])
            return (try? World.plain.filtered(by: filter, questions: $0)) == nil
        },
        OpenQuestion("privilegesOfLimitedUser", { $0.privilegesOfLimitedUser = PrivilegeSet([.changeNotify]) }) {
            try limited($0).privileges.contains(.shutdown)
        },
        OpenQuestion("limitedUserOwnsNewObjects", { $0.limitedUserOwnsNewObjects = true }) {
            let token = try limited($0)
            let trustees = token.defaultDACL?.entries.map(\.trustee) ?? []
            return token.owner == .administrators && trustees == [.administrators, .localSystem]
        },
        OpenQuestion("denyOnlyGroupsStayMandatory", { $0.denyOnlyGroupsStayMandatory = true }) {
            try limited($0).groups.first { $0.sid == .administrators }?.attributes == .useForDenyOnly
        },
    ]

    private static func child(_ creator: String?, _ questions: OpenQuestions) throws -> [SID] {
        let creation = DescriptorCreation(
            parent: try SecurityDescriptor(sddl: "D:AI(A;OICI;FA;;;BU)(A;OICI;FA;;;BU)"),
            creator: try creator.map { try SecurityDescriptor(sddl: $0) }, isContainer: false, flags: .daclAutoInherit,
            mapping: World.mapping)
        let child = try SecurityDescriptor(creating: creation, by: World.plain, questions: questions)
        return child.dacl.list?.entries.map(\.trustee) ?? []
    }

    private static let lists = [
        OpenQuestion("inheritanceDropsDuplicates", { $0.inheritanceDropsDuplicates = true }) {
            var child = SecurityDescriptor(dacl: .list([]))
            let parent = try SecurityDescriptor(sddl: "D:(A;OICI;FA;;;BU)(A;OICI;FA;;;BU)")
            child.inherit(from: parent, isContainer: true, questions: $0)
            return try child.dacl.list?.entries.count == 2 && OpenQuestion.child(nil, $0) == [.users, .users]
        },
        OpenQuestion("explicitListsInheritBesides", { $0.explicitListsInheritBesides = false }) {
            try child("D:(A;;FA;;;WD)", $0) == [.everyone, .users, .users]
        },
        OpenQuestion("revocationKeepsDenials", { $0.revocationKeepsDenials = false }) {
            let list: ACL = [.deny(.fileAll, to: .users), .allow(.fileAll, to: .users)]
            let wish = ExplicitAccess(.revoke, trustee: .users, mask: [])
            return list.setting([wish], questions: $0).entries == [.deny(.fileAll, to: .users)]
        },
    ]
}
