/// Who is acting: the identity of a process or a client, as an access check sees it.
///
/// Windows: what `GetTokenInformation` in securitybaseapi.h shows; `Token` in MS-DTYP 2.5.2.
public struct AccessToken: Hashable, Sendable {
    /// The user, and whether it counts for denying only; Windows: `TokenUser`.
    public var user: TokenGroup { didSet { indexOrdinary() } }
    /// The groups; Windows: `TokenGroups`.
    public var groups: [TokenGroup] { didSet { indexOrdinary() } }
    /// The privileges the token has, enabled or not; Windows: `TokenPrivileges`.
    public var privileges: PrivilegeSet
    /// The privileges that are enabled; those the token does not have count for nothing.
    public var enabledPrivileges: PrivilegeSet
    /// The restricting SIDs, or nothing for a token that is not restricted; Windows: `TokenRestrictedSids`.
    public var restrictingSIDs: [TokenGroup]? { didSet { indexRestricting() } }
    /// Whether the restricting SIDs are asked for writes only; Windows: `WRITE_RESTRICTED`.
    public var isWriteRestricted: Bool
    /// Whether application control leaves the token alone; Windows: `TokenSandBoxInert`.
    public var isSandboxInert: Bool
    /// How far the token is trusted; Windows: `TokenIntegrityLevel`.
    public var integrityLevel: IntegrityLevel
    /// Which integrity rules apply; Windows: `TokenMandatoryPolicy`.
    public var mandatoryPolicy: MandatoryPolicy
    /// The package the token is confined to; Windows: `TokenAppContainerSid`.
    public var appContainer: AppContainer? { didSet { indexPackage() } }
    /// Primary or impersonation; Windows: `TokenType`.
    public var kind: TokenKind
    /// The owner of new objects, the user unless said otherwise; Windows: `TokenOwner`.
    public var defaultOwner: SID?
    /// The primary group of new objects; Windows: `TokenPrimaryGroup`.
    public var primaryGroup: SID?
    /// The list new objects get when nothing else gives one; Windows: `TokenDefaultDacl`.
    public var defaultDACL: ACL?
    /// Whether the token has a twin; Windows: `TokenElevationType`.
    public var elevationType: ElevationType
    /// The twin; Windows: `TokenLinkedToken`.
    public var linkedToken: LinkedToken
    /// The groups of the machine, for conditions; Windows: `TokenDeviceGroups`.
    public var deviceGroups: [TokenGroup]
    /// What is claimed about the user, for conditions; Windows: `TokenUserClaimAttributes`.
    public var userClaims: [ClaimAttribute]
    /// What is claimed about the machine, for conditions; Windows: `TokenDeviceClaimAttributes`.
    public var deviceClaims: [ClaimAttribute]
    /// What the system itself notes on the token, for conditions; Windows: `TokenSecurityAttributes`.
    public var securityAttributes: [ClaimAttribute]

    private(set) var ordinaryMembership = Membership(enabled: [])
    private(set) var restrictingMembership = Membership(enabled: [])
    private(set) var packageMembership = Membership(enabled: [])

    /// Makes a token of medium integrity without privileges; everything else is set afterwards.
    ///
    /// - Parameters:
    ///   - user: the user.
    ///   - groups: the groups with their attributes.
    ///   - privileges: the privileges, all enabled.
    public init(user: SID, groups: [TokenGroup] = [], privileges: PrivilegeSet = []) {
        self.user = TokenGroup(user)
        self.groups = groups
        self.privileges = privileges
        self.enabledPrivileges = privileges
        self.isWriteRestricted = false
        self.isSandboxInert = false
        self.integrityLevel = .medium
        self.mandatoryPolicy = [.noWriteUp]
        self.kind = .primary
        self.elevationType = .standard
        self.linkedToken = .none
        self.deviceGroups = []
        self.userClaims = []
        self.deviceClaims = []
        self.securityAttributes = []
        indexOrdinary()
    }

    private mutating func indexOrdinary() {
        var enabled: [SID] = []
        var denyOnly: [SID] = []
        if user.isDenyOnly { denyOnly.append(user.sid) } else { enabled.append(user.sid) }
        for group in groups {
            if group.isDenyOnly { denyOnly.append(group.sid) } else if group.isEnabled { enabled.append(group.sid) }
        }
        ordinaryMembership = Membership(enabled: enabled, denyOnly: denyOnly)
    }

    private mutating func indexRestricting() {
        restrictingMembership = Membership(enabled: restrictingSIDs?.map(\.sid) ?? [])
    }

    private mutating func indexPackage() {
        guard let appContainer else {
            packageMembership = Membership(enabled: [])
            return
        }
        let everyPackage: SID =
            appContainer.isLessPrivileged ? .allRestrictedApplicationPackages : .allApplicationPackages
        let capabilities = appContainer.capabilities.filter(\.isEnabled).map(\.sid)
        packageMembership = Membership(enabled: [appContainer.package, everyPackage] + capabilities)
    }

    /// Whether there is a list of restricting SIDs; Windows: `IsTokenRestricted` for a list that is not empty.
    public var isRestricted: Bool { restrictingSIDs != nil }

    /// The SID of the logon session, when the token has one.
    public var logonSID: SID? { groups.first { $0.attributes.isSuperset(of: .logonSession) }?.sid }

    /// Whether a privilege is there and enabled; Windows: `PrivilegeCheck`.
    ///
    /// - Parameter privilege: the privilege to look for.
    /// - Returns: true when it counts.
    public func holds(_ privilege: Privilege) -> Bool {
        privileges.intersection(enabledPrivileges).contains(privilege)
    }
}
