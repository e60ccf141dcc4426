/// The number by which a call of the Win32 interface says why it failed.
///
/// Windows: `GetLastError`, winerror.h.
public struct Win32Error: Error, RawRepresentable, Hashable, Sendable {
    /// The number.
    public let rawValue: UInt32

    /// Makes an error.
    ///
    /// - Parameter rawValue: the number.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    private init(_ rawValue: UInt32) { self.rawValue = rawValue }

    /// Windows: `ERROR_FILE_NOT_FOUND`.
    public static let fileNotFound = Win32Error(2)
    /// Windows: `ERROR_PATH_NOT_FOUND`.
    public static let pathNotFound = Win32Error(3)
    /// Windows: `ERROR_ACCESS_DENIED`.
    public static let accessDenied = Win32Error(5)
    /// Windows: `ERROR_INVALID_HANDLE`.
    public static let invalidHandle = Win32Error(6)
    /// Windows: `ERROR_NOT_SAME_DEVICE`.
    public static let notSameDevice = Win32Error(17)
    /// Windows: `ERROR_SHARING_VIOLATION`.
    public static let sharingViolation = Win32Error(32)
    /// Windows: `ERROR_NOT_SUPPORTED`.
    public static let notSupported = Win32Error(50)
    /// Windows: `ERROR_BAD_NETPATH`.
    public static let badNetworkPath = Win32Error(53)
    /// Windows: `ERROR_BAD_NET_NAME`: the server has no share of this name.
    public static let badNetworkName = Win32Error(67)
    /// Windows: `NERR_DuplicateShare`.
    public static let duplicateShare = Win32Error(2118)
    /// Windows: `ERROR_INVALID_WINDOW_HANDLE`: the window is on another desktop, or none.
    public static let invalidWindowHandle = Win32Error(1400)
    /// Windows: `ERROR_FILE_EXISTS`.
    public static let fileExists = Win32Error(80)
    /// Windows: `ERROR_INVALID_PARAMETER`.
    public static let invalidParameter = Win32Error(87)
    /// Windows: `ERROR_INVALID_DATA`.
    public static let invalidData = Win32Error(13)
    /// Windows: `ERROR_BROKEN_PIPE`.
    public static let brokenPipe = Win32Error(109)
    /// Windows: `ERROR_INVALID_NAME`.
    public static let invalidName = Win32Error(123)
    /// Windows: `ERROR_DIR_NOT_EMPTY`.
    public static let directoryNotEmpty = Win32Error(145)
    /// Windows: `ERROR_ALREADY_EXISTS`.
    public static let alreadyExists = Win32Error(183)
    /// Windows: `ERROR_FILENAME_EXCED_RANGE`.
    public static let fileNameExceedsRange = Win32Error(206)
    /// Windows: `ERROR_PIPE_BUSY`.
    public static let pipeBusy = Win32Error(231)
    /// Windows: `ERROR_NO_DATA`: the pipe is being closed.
    public static let noData = Win32Error(232)
    /// Windows: `WAIT_TIMEOUT`.
    public static let waitTimeout = Win32Error(258)
    /// Windows: `ERROR_DIRECTORY`: the name of the working directory is invalid.
    public static let directory = Win32Error(267)
    /// Windows: `ERROR_DELETE_PENDING`, which most calls report as `ERROR_ACCESS_DENIED`.
    public static let deletePending = Win32Error(303)
    /// Windows: `ERROR_ELEVATION_REQUIRED`.
    public static let elevationRequired = Win32Error(740)
    /// Windows: `ERROR_SERVICE_DOES_NOT_EXIST`.
    public static let noSuchService = Win32Error(1060)
    /// Windows: `ERROR_SERVICE_NOT_ACTIVE`.
    public static let serviceNotActive = Win32Error(1062)
    /// Windows: `ERROR_CANCELLED`: the person at the machine said no.
    public static let cancelled = Win32Error(1223)
    /// Windows: `ERROR_PRIVILEGE_NOT_HELD`.
    public static let privilegeNotHeld = Win32Error(1314)
    /// Windows: `ERROR_INVALID_OWNER`.
    public static let invalidOwner = Win32Error(1307)
    /// Windows: `ERROR_NO_SUCH_LOGON_SESSION`.
    public static let noSuchLogonSession = Win32Error(1312)
    /// Windows: `ERROR_LOGON_FAILURE`.
    public static let logonFailure = Win32Error(1326)
    /// Windows: `ERROR_ACCOUNT_RESTRICTION`.
    public static let accountRestriction = Win32Error(1327)
    /// Windows: `ERROR_PASSWORD_EXPIRED`.
    public static let passwordExpired = Win32Error(1330)
    /// Windows: `ERROR_ACCOUNT_DISABLED`.
    public static let accountDisabled = Win32Error(1331)
    /// Windows: `ERROR_NONE_MAPPED`: no account has this name.
    public static let noneMapped = Win32Error(1332)
    /// Windows: `ERROR_INVALID_SECURITY_DESCR`.
    public static let invalidSecurityDescriptor = Win32Error(1338)
    /// Windows: `ERROR_LOGON_TYPE_NOT_GRANTED`.
    public static let logonTypeNotGranted = Win32Error(1385)
    /// Windows: `ERROR_ACCOUNT_EXPIRED`.
    public static let accountExpired = Win32Error(1793)
    /// Windows: `ERROR_PASSWORD_MUST_CHANGE`.
    public static let passwordMustChange = Win32Error(1907)
    /// Windows: `ERROR_ACCOUNT_LOCKED_OUT`.
    public static let accountLockedOut = Win32Error(1909)
    /// Windows: `ERROR_CANT_RESOLVE_FILENAME`: links lead in a circle.
    public static let cannotResolveFileName = Win32Error(1921)
    /// Windows: `NERR_UserNotFound`.
    public static let userNotFound = Win32Error(2221)
    /// Windows: `NERR_UserExists`.
    public static let userExists = Win32Error(2224)
    /// Windows: `NERR_GroupExists`; `NERR_GroupNotFound` is 2220.
    public static let groupExists = Win32Error(2223)
    /// Windows: `NERR_GroupNotFound`.
    public static let groupNotFound = Win32Error(2220)
    /// Windows: `WSAEACCES`: the filter engine refused.
    public static let socketAccessDenied = Win32Error(10013)
    /// Windows: `WSAEADDRINUSE`: another process has the port.
    public static let addressInUse = Win32Error(10048)
    /// Windows: `WSAECONNREFUSED`: nobody listens.
    public static let connectionRefused = Win32Error(10061)
    /// Windows: `WSAETIMEDOUT`.
    public static let connectionTimedOut = Win32Error(10060)
    /// Windows: `WSAHOST_NOT_FOUND`.
    public static let hostNotFound = Win32Error(11001)
    /// Windows: `NTE_BAD_KEY_STATE`, 0x8009000B: the key belongs to somebody else.
    public static let badKeyState = Win32Error(0x8009_000B)
    /// Windows: `SEC_E_NO_CREDENTIALS`, 0x8009030E: the account's keys are out of reach.
    public static let noCredentials = Win32Error(0x8009_030E)
    /// Windows: `ERROR_REPARSE_POINT_ENCOUNTERED`.
    public static let reparsePointEncountered = Win32Error(4395)
    /// Windows: `ERROR_NOT_FOUND`.
    public static let notFound = Win32Error(1168)
    /// Windows: `ERROR_MEMBER_IN_ALIAS`.
    public static let memberInGroup = Win32Error(1378)
    /// Windows: `ERROR_MEMBER_NOT_IN_ALIAS`.
    public static let memberNotInGroup = Win32Error(1377)
    /// Windows: `ERROR_NO_SUCH_ALIAS`.
    public static let noSuchGroup = Win32Error(1376)
}

extension Win32Error: CustomStringConvertible {
    /// The name in winerror.h where the machine knows it, and the number.
    public var description: String { Self.names[rawValue].map { "\($0) (\(rawValue))" } ?? "error \(rawValue)" }

    private static let names: [UInt32: String] = [
        2: "ERROR_FILE_NOT_FOUND", 3: "ERROR_PATH_NOT_FOUND", 5: "ERROR_ACCESS_DENIED", 6: "ERROR_INVALID_HANDLE",
        13: "ERROR_INVALID_DATA",
        17: "ERROR_NOT_SAME_DEVICE", 32: "ERROR_SHARING_VIOLATION", 50: "ERROR_NOT_SUPPORTED",
        53: "ERROR_BAD_NETPATH", 67: "ERROR_BAD_NET_NAME", 80: "ERROR_FILE_EXISTS", 87: "ERROR_INVALID_PARAMETER",
        109: "ERROR_BROKEN_PIPE",
        123: "ERROR_INVALID_NAME", 145: "ERROR_DIR_NOT_EMPTY", 183: "ERROR_ALREADY_EXISTS",
        206: "ERROR_FILENAME_EXCED_RANGE", 231: "ERROR_PIPE_BUSY", 232: "ERROR_NO_DATA", 258: "WAIT_TIMEOUT",
        267: "ERROR_DIRECTORY",
        303: "ERROR_DELETE_PENDING", 740: "ERROR_ELEVATION_REQUIRED", 1060: "ERROR_SERVICE_DOES_NOT_EXIST",
        1062: "ERROR_SERVICE_NOT_ACTIVE", 1223: "ERROR_CANCELLED",
        1307: "ERROR_INVALID_OWNER", 1312: "ERROR_NO_SUCH_LOGON_SESSION", 1314: "ERROR_PRIVILEGE_NOT_HELD",
        1326: "ERROR_LOGON_FAILURE", 1327: "ERROR_ACCOUNT_RESTRICTION",
        1330: "ERROR_PASSWORD_EXPIRED", 1331: "ERROR_ACCOUNT_DISABLED", 1332: "ERROR_NONE_MAPPED",
        1338: "ERROR_INVALID_SECURITY_DESCR", 1400: "ERROR_INVALID_WINDOW_HANDLE", 2118: "NERR_DuplicateShare",
        1376: "ERROR_NO_SUCH_ALIAS", 1377: "ERROR_MEMBER_NOT_IN_ALIAS",
        1378: "ERROR_MEMBER_IN_ALIAS", 1385: "ERROR_LOGON_TYPE_NOT_GRANTED", 1793: "ERROR_ACCOUNT_EXPIRED",
        1907: "ERROR_PASSWORD_MUST_CHANGE", 1909: "ERROR_ACCOUNT_LOCKED_OUT", 1921: "ERROR_CANT_RESOLVE_FILENAME",
        2220: "NERR_GroupNotFound", 2221: "NERR_UserNotFound", 2223: "NERR_GroupExists", 2224: "NERR_UserExists",
        10013: "WSAEACCES", 10048: "WSAEADDRINUSE", 10060: "WSAETIMEDOUT",
        10061: "WSAECONNREFUSED",
        11001: "WSAHOST_NOT_FOUND", 0x8009_000B: "NTE_BAD_KEY_STATE",
        0x8009_030E: "SEC_E_NO_CREDENTIALS", 1168: "ERROR_NOT_FOUND", 4395: "ERROR_REPARSE_POINT_ENCOUNTERED",
    ]
}
