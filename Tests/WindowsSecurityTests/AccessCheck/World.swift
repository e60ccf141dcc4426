import WindowsSecurity

/// The small world of the tests: a user, a group that only denies, a synthetic SID, and a stranger.
enum World {
    static let user = SID("S-1-5-21-1-2-3-1001") ?? .null
    static let denyOnly = SID("S-1-5-21-1-2-3-2001") ?? .null
    static let synthetic = SID("S-1-5-21-9-9-9-9") ?? .null
    static let stranger = SID("S-1-5-21-7-7-7-7") ?? .null
    static let package = SID("S-1-15-2-1-2-3-4-5-6-7") ?? .null
    static let capability = SID("S-1-15-3-1") ?? .null
    static let mapping = ObjectType.file.mapping

    static let plain: AccessToken = {
        var token = AccessToken(user: user)
        token.groups = [TokenGroup(.everyone), TokenGroup(denyOnly, [.useForDenyOnly]), TokenGroup(.users)]
        return token
    }()

    static func restricted(_ sids: [SID], writesOnly: Bool) -> AccessToken {
        var token = plain
        token.restrictingSIDs = sids.map { TokenGroup($0) }
        token.isWriteRestricted = writesOnly
        return token
    }

    static func packaged(_ token: AccessToken, isLessPrivileged: Bool = false) -> AccessToken {
        var token = token
        token.appContainer = AppContainer(
            package: package, capabilities: [TokenGroup(capability)], isLessPrivileged: isLessPrivileged)
        return token
    }

    /// A token of every kind that the passes tell apart.
    static let tokens: [AccessToken] = {
        var filtered = plain
        filtered.user = TokenGroup(user, [.useForDenyOnly])
        return [
            plain, filtered, restricted([synthetic], writesOnly: false), restricted([synthetic], writesOnly: true),
            restricted([synthetic, user], writesOnly: true), restricted([], writesOnly: true),
            restricted([.everyone, synthetic], writesOnly: false), packaged(plain),
            packaged(plain, isLessPrivileged: true), packaged(restricted([synthetic, .everyone], writesOnly: false)),
        ]
    }()

    /// Everybody an entry of the tests speaks about.
    static let trustees: [SID] = [
        user, denyOnly, synthetic, stranger, .everyone, .ownerRights, .principalSelf, package, .allApplicationPackages,
        .allRestrictedApplicationPackages, capability,
    ]

    static func descriptor(_ entries: [ACE], owner: SID = .localSystem) -> SecurityDescriptor {
        SecurityDescriptor(owner: owner, group: .localSystem, dacl: .list(ACL(entries)))
    }

    static func decide(_ sddl: String, _ token: AccessToken, _ desired: AccessMask) throws -> AccessDecision {
        AccessCheck.decide(
            try SecurityDescriptor(sddl: sddl), token: token, request: AccessRequest(desired, mapping: mapping))
    }
}
