public import WindowsSecurity

extension AccessToken: Codable {
    /// What a machine file says of a token; what is as usual is left out.
    private struct State: Codable {
        var user: TokenGroup
        var groups: [TokenGroup]
        var privileges: [String]
        var enabledPrivileges: [String]
        var restricting: [TokenGroup]?
        var isWriteRestricted: Bool?
        var isSandboxInert: Bool?
        var level: IntegrityLevel
        var policy: MandatoryPolicy
        var container: Container?
        var impersonation: Int?
        var owner: SID?
        var primaryGroup: SID?
        var defaultList: ACL?
        var elevation: ElevationType?
        var linked: [AccessToken]?
        var deviceGroups: [TokenGroup]?
        var userClaims: [[UInt8]]?
        var deviceClaims: [[UInt8]]?
        var securityAttributes: [[UInt8]]?
    }

    private struct Container: Codable {
        var package: SID
        var capabilities: [TokenGroup]
        var isLessPrivileged: Bool
    }

    /// Writes the value.
    ///
    /// - Parameter encoder: where to.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var state = State(
            user: user, groups: groups, privileges: privileges.privileges.map(\.name),
            enabledPrivileges: enabledPrivileges.privileges.map(\.name), level: integrityLevel,
            policy: mandatoryPolicy)
        state.restricting = restrictingSIDs
        state.isWriteRestricted = isWriteRestricted ? true : nil
        state.isSandboxInert = isSandboxInert ? true : nil
        state.container = appContainer.map {
            Container(package: $0.package, capabilities: $0.capabilities, isLessPrivileged: $0.isLessPrivileged)
        }
        if case .impersonation(let level) = kind { state.impersonation = level.rawValue }
        state.owner = defaultOwner
        state.primaryGroup = primaryGroup
        state.defaultList = defaultDACL
        state.elevation = elevationType == .standard ? nil : elevationType
        if case .token(let token) = linkedToken { state.linked = [token] }
        state.deviceGroups = deviceGroups.isEmpty ? nil : deviceGroups
        state.userClaims = Self.bytes(userClaims)
        state.deviceClaims = Self.bytes(deviceClaims)
        state.securityAttributes = Self.bytes(securityAttributes)
        try state.encode(to: encoder)
    }

    /// Reads a value.
    ///
    /// - Parameter decoder: where from.
    /// - Throws: `DecodingError` for another value.
    public init(from decoder: any Decoder) throws {
        let state = try State(from: decoder)
        func corrupted() -> DecodingError {
            .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: ""))
        }
        func privileges(_ names: [String]) throws -> PrivilegeSet {
            PrivilegeSet(
                try names.map { name in
                    guard let privilege = Privilege(name: name) else { throw corrupted() }
                    return privilege
                })
        }
        func claims(_ bytes: [[UInt8]]?) throws -> [ClaimAttribute] {
            try (bytes ?? []).map { bytes in
                guard let claim = ClaimAttribute(binary: bytes) else { throw corrupted() }
                return claim
            }
        }
        var token = AccessToken(
            user: state.user.sid, groups: state.groups, privileges: try privileges(state.privileges))
        // An initializer would not see these changes: what is derived of the lists would stay behind.
        token.user = state.user
        token.enabledPrivileges = try privileges(state.enabledPrivileges)
        token.restrictingSIDs = state.restricting
        token.isWriteRestricted = state.isWriteRestricted ?? false
        token.isSandboxInert = state.isSandboxInert ?? false
        token.integrityLevel = state.level
        token.mandatoryPolicy = state.policy
        token.appContainer = state.container.map {
            AppContainer(
                package: $0.package, capabilities: $0.capabilities, isLessPrivileged: $0.isLessPrivileged)
        }
        if let number = state.impersonation {
            guard let level = ImpersonationLevel(rawValue: number) else { throw corrupted() }
            token.kind = .impersonation(level)
        }
        token.defaultOwner = state.owner
        token.primaryGroup = state.primaryGroup
        token.defaultDACL = state.defaultList
        token.elevationType = state.elevation ?? .standard
        if let linked = state.linked?.first { token.linkedToken = .token(linked) }
        token.deviceGroups = state.deviceGroups ?? []
        token.userClaims = try claims(state.userClaims)
        token.deviceClaims = try claims(state.deviceClaims)
        token.securityAttributes = try claims(state.securityAttributes)
        self = token
    }

    private static func bytes(_ claims: [ClaimAttribute]) -> [[UInt8]]? {
        claims.isEmpty ? nil : claims.map(\.binaryRepresentation)
    }
}
