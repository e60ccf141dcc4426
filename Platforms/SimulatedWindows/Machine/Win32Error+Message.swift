extension Win32Error {
    /// The sentence that Windows prints for the number.
    ///
    /// Windows: `FormatMessageW` with `FORMAT_MESSAGE_FROM_SYSTEM`, English.
    public var message: String { Self.messages[rawValue] ?? "The operation ended with error \(rawValue)." }

    private static let messages: [UInt32: String] = [
        2: "The system cannot find the file specified.", 3: "The system cannot find the path specified.",
        5: "Access is denied.", 6: "The handle is invalid.",
        17: "The system cannot move the file to a different disk drive.",
        21: "The device is not ready.",
        32: "The process cannot access the file because it is being used by another process.",
        50: "The request is not supported.", 53: "The network path was not found.",
        55: "The specified network resource or device is no longer available.",
        67: "The network name cannot be found.",
        80: "The file exists.", 87: "The parameter is incorrect.", 109: "The pipe has been ended.",
        123: "The filename, directory name, or volume label syntax is incorrect.",
        145: "The directory is not empty.", 183: "Cannot create a file when that file already exists.",
        193: "%1 is not a valid Win32 application.", 206: "The filename or extension is too long.",
        231: "All pipe instances are busy.", 232: "The pipe is being closed.", 258: "The wait operation timed out.",
        267: "The directory name is invalid.",
        303: "The file cannot be opened because it is in the process of being deleted.",
        740: "The requested operation requires elevation.",
        1060: "The specified service does not exist as an installed service.",
        1168: "Element not found.", 1223: "The operation was canceled by the user.",
        1307: "This security ID may not be assigned as the owner of this object.",
        1312: "A specified logon session does not exist. It may already have been terminated.",
        1314: "A required privilege is not held by the client.", 1317: "The specified account does not exist.",
        1326: "The user name or password is incorrect.",
        1327: "Account restrictions are preventing this user from signing in.",
        1330: "The password for this account has expired.",
        1331: "This user can't sign in because this account is currently disabled.",
        1332: "No mapping between account names and security IDs was done.",
        1338: "The security descriptor structure is invalid.",
        1376: "The specified local group does not exist.",
        1377: "The specified account name is not a member of the group.",
        1378: "The specified account name is already a member of the group.",
        1385: "Logon failure: the user has not been granted the requested logon type at this computer.",
        1793: "The user's account has expired.",
        1907: "The user's password must be changed before signing in.",
        1909: "The referenced account is currently locked out and may not be logged on to.",
        1920: "The file cannot be accessed by the system.",
        1921: "The name of the file cannot be resolved by the system.",
        2220: "The group name could not be found.", 2221: "The user name could not be found.",
        2223: "The group already exists.", 2224: "The account already exists.",
        4390: "The file or directory is not a reparse point.",
        10013: "An attempt was made to access a socket in a way forbidden by its access permissions.",
        10048: "Only one usage of each socket address (protocol/network address/port) is normally permitted.",
        10060:
            "A connection attempt failed because the connected party did not properly respond after a period of time.",
        10061: "No connection could be made because the target machine actively refused it.",
        11001: "No such host is known.", 0x8009_000B: "Key not valid for use in specified state.",
    ]
}
