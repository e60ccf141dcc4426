/// The rights of files, directories and pipes; Windows: winnt.h, MS-FSCC.
extension AccessMask {
    /// To read a file; Windows: `FILE_READ_DATA`.
    public static let fileReadData = AccessMask(rawValue: 0x1)
    /// To list a directory; Windows: `FILE_LIST_DIRECTORY`.
    public static let fileListDirectory = AccessMask(rawValue: 0x1)
    /// To write to a file; Windows: `FILE_WRITE_DATA`.
    public static let fileWriteData = AccessMask(rawValue: 0x2)
    /// To create a file in a directory; Windows: `FILE_ADD_FILE`.
    public static let fileAddFile = AccessMask(rawValue: 0x2)
    /// To append to a file; Windows: `FILE_APPEND_DATA`.
    public static let fileAppendData = AccessMask(rawValue: 0x4)
    /// To create a directory in a directory; Windows: `FILE_ADD_SUBDIRECTORY`.
    public static let fileAddSubdirectory = AccessMask(rawValue: 0x4)
    /// To serve another instance of a pipe; Windows: `FILE_CREATE_PIPE_INSTANCE`.
    public static let fileCreatePipeInstance = AccessMask(rawValue: 0x4)
    /// To read extended attributes; Windows: `FILE_READ_EA`.
    public static let fileReadExtendedAttributes = AccessMask(rawValue: 0x8)
    /// To write extended attributes; Windows: `FILE_WRITE_EA`.
    public static let fileWriteExtendedAttributes = AccessMask(rawValue: 0x10)
    /// To run a file; Windows: `FILE_EXECUTE`.
    public static let fileExecute = AccessMask(rawValue: 0x20)
    /// To pass through a directory; Windows: `FILE_TRAVERSE`.
    public static let fileTraverse = AccessMask(rawValue: 0x20)
    /// To delete whatever a directory holds; Windows: `FILE_DELETE_CHILD`.
    public static let fileDeleteChild = AccessMask(rawValue: 0x40)
    /// To read times, size and flags; Windows: `FILE_READ_ATTRIBUTES`.
    public static let fileReadAttributes = AccessMask(rawValue: 0x80)
    /// To change times and flags; Windows: `FILE_WRITE_ATTRIBUTES`.
    public static let fileWriteAttributes = AccessMask(rawValue: 0x100)

    /// Everything there is on a file; Windows: `FILE_ALL_ACCESS`, SDDL `FA`.
    public static let fileAll = AccessMask(rawValue: 0x1F_01FF)
    /// What `GENERIC_READ` means for files; Windows: `FILE_GENERIC_READ`, SDDL `FR`.
    public static let fileGenericRead = AccessMask(rawValue: 0x12_0089)
    /// What `GENERIC_WRITE` means for files; Windows: `FILE_GENERIC_WRITE`, SDDL `FW`.
    public static let fileGenericWrite = AccessMask(rawValue: 0x12_0116)
    /// What `GENERIC_EXECUTE` means for files; Windows: `FILE_GENERIC_EXECUTE`, SDDL `FX`.
    public static let fileGenericExecute = AccessMask(rawValue: 0x12_00A0)
    /// All but `FILE_DELETE_CHILD`, `WRITE_DAC` and `WRITE_OWNER`; what icacls calls Modify.
    public static let fileModify = AccessMask(rawValue: 0x13_01BF)
}
