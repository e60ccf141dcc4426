/// How a file operation ended; the raw value is the Windows name.
///
/// Windows: `NTSTATUS` of the file system, MS-FSA.
public enum FileStatus: String, Hashable, Sendable {
    /// It is done.
    case success = "STATUS_SUCCESS"
    /// A right is missing.
    case accessDenied = "STATUS_ACCESS_DENIED"
    /// `ACCESS_SYSTEM_SECURITY` was asked for without the privilege.
    case privilegeNotHeld = "STATUS_PRIVILEGE_NOT_HELD"
    /// A read-only file was to be deleted.
    case cannotDelete = "STATUS_CANNOT_DELETE"
    /// A directory that holds something was to be deleted.
    case directoryNotEmpty = "STATUS_DIRECTORY_NOT_EMPTY"
    /// The file is about to vanish.
    case deletePending = "STATUS_DELETE_PENDING"
    /// The new name is taken.
    case objectNameCollision = "STATUS_OBJECT_NAME_COLLISION"
    /// A directory was given where a file is needed.
    case fileIsADirectory = "STATUS_FILE_IS_A_DIRECTORY"
    /// The token may not make this SID an owner.
    case invalidOwner = "STATUS_INVALID_OWNER"
    /// Another handle does not share what is asked for.
    case sharingViolation = "STATUS_SHARING_VIOLATION"
    /// The descriptor has no owner or no group.
    case invalidSecurityDescriptor = "STATUS_INVALID_SECURITY_DESCR"
}
