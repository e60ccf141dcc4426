/// A right over the system rather than over one object.
///
/// Windows: the `SE_*_NAME` privileges in winnt.h; the raw value is the low part of the LUID.
public enum Privilege: UInt8, CaseIterable, Hashable, Sendable {
    /// `SeCreateTokenPrivilege`.
    case createToken = 2
    /// `SeAssignPrimaryTokenPrivilege`.
    case assignPrimaryToken = 3
    /// `SeLockMemoryPrivilege`.
    case lockMemory = 4
    /// `SeIncreaseQuotaPrivilege`.
    case increaseQuota = 5
    /// `SeMachineAccountPrivilege`.
    case machineAccount = 6
    /// `SeTcbPrivilege`.
    case trustedComputingBase = 7
    /// `SeSecurityPrivilege`.
    case security = 8
    /// `SeTakeOwnershipPrivilege`.
    case takeOwnership = 9
    /// `SeLoadDriverPrivilege`.
    case loadDriver = 10
    /// `SeSystemProfilePrivilege`.
    case systemProfile = 11
    /// `SeSystemtimePrivilege`.
    case systemTime = 12
    /// `SeProfileSingleProcessPrivilege`.
    case profileSingleProcess = 13
    /// `SeIncreaseBasePriorityPrivilege`.
    case increaseBasePriority = 14
    /// `SeCreatePagefilePrivilege`.
    case createPagefile = 15
    /// `SeCreatePermanentPrivilege`.
    case createPermanent = 16
    /// `SeBackupPrivilege`.
    case backup = 17
    /// `SeRestorePrivilege`.
    case restore = 18
    /// `SeShutdownPrivilege`.
    case shutdown = 19
    /// `SeDebugPrivilege`.
    case debug = 20
    /// `SeAuditPrivilege`.
    case audit = 21
    /// `SeSystemEnvironmentPrivilege`.
    case systemEnvironment = 22
    /// `SeChangeNotifyPrivilege`, which skips the traverse checks.
    case changeNotify = 23
    /// `SeRemoteShutdownPrivilege`.
    case remoteShutdown = 24
    /// `SeUndockPrivilege`.
    case undock = 25
    /// `SeSyncAgentPrivilege`.
    case syncAgent = 26
    /// `SeEnableDelegationPrivilege`.
    case enableDelegation = 27
    /// `SeManageVolumePrivilege`.
    case manageVolume = 28
    /// `SeImpersonatePrivilege`.
    case impersonate = 29
    /// `SeCreateGlobalPrivilege`.
    case createGlobal = 30
    /// `SeTrustedCredManAccessPrivilege`.
    case trustedCredentialManagerAccess = 31
    /// `SeRelabelPrivilege`.
    case relabel = 32
    /// `SeIncreaseWorkingSetPrivilege`.
    case increaseWorkingSet = 33
    /// `SeTimeZonePrivilege`.
    case timeZone = 34
    /// `SeCreateSymbolicLinkPrivilege`.
    case createSymbolicLink = 35
    /// `SeDelegateSessionUserImpersonatePrivilege`.
    case delegateSessionUserImpersonate = 36

    /// The Windows name, for example `SeChangeNotifyPrivilege`.
    public var name: String {
        switch self {
        case .createToken: "SeCreateTokenPrivilege"
        case .assignPrimaryToken: "SeAssignPrimaryTokenPrivilege"
        case .lockMemory: "SeLockMemoryPrivilege"
        case .increaseQuota: "SeIncreaseQuotaPrivilege"
        case .machineAccount: "SeMachineAccountPrivilege"
        case .trustedComputingBase: "SeTcbPrivilege"
        case .security: "SeSecurityPrivilege"
        case .takeOwnership: "SeTakeOwnershipPrivilege"
        case .loadDriver: "SeLoadDriverPrivilege"
        case .systemProfile: "SeSystemProfilePrivilege"
        case .systemTime: "SeSystemtimePrivilege"
        case .profileSingleProcess: "SeProfileSingleProcessPrivilege"
        case .increaseBasePriority: "SeIncreaseBasePriorityPrivilege"
        case .createPagefile: "SeCreatePagefilePrivilege"
        case .createPermanent: "SeCreatePermanentPrivilege"
        case .backup: "SeBackupPrivilege"
        case .restore: "SeRestorePrivilege"
        case .shutdown: "SeShutdownPrivilege"
        case .debug: "SeDebugPrivilege"
        case .audit: "SeAuditPrivilege"
        case .systemEnvironment: "SeSystemEnvironmentPrivilege"
        case .changeNotify: "SeChangeNotifyPrivilege"
        case .remoteShutdown: "SeRemoteShutdownPrivilege"
        case .undock: "SeUndockPrivilege"
        case .syncAgent: "SeSyncAgentPrivilege"
        case .enableDelegation: "SeEnableDelegationPrivilege"
        case .manageVolume: "SeManageVolumePrivilege"
        case .impersonate: "SeImpersonatePrivilege"
        case .createGlobal: "SeCreateGlobalPrivilege"
        case .trustedCredentialManagerAccess: "SeTrustedCredManAccessPrivilege"
        case .relabel: "SeRelabelPrivilege"
        case .increaseWorkingSet: "SeIncreaseWorkingSetPrivilege"
        case .timeZone: "SeTimeZonePrivilege"
        case .createSymbolicLink: "SeCreateSymbolicLinkPrivilege"
        case .delegateSessionUserImpersonate: "SeDelegateSessionUserImpersonatePrivilege"
        }
    }

    /// Finds a privilege by its Windows name.
    ///
    /// - Parameter name: for example `SeChangeNotifyPrivilege`.
    public init?(name: String) {
        guard let match = Privilege.allCases.first(where: { $0.name == name }) else { return nil }
        self = match
    }
}
