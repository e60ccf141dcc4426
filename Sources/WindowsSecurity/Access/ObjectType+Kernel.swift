extension ObjectType {
    /// The rights that every type shares.
    static let standardRights: [NamedRight] = [
        ("DELETE", 0x1_0000), ("READ_CONTROL", 0x2_0000), ("WRITE_DAC", 0x4_0000), ("WRITE_OWNER", 0x8_0000),
        ("SYNCHRONIZE", 0x10_0000), ("ACCESS_SYSTEM_SECURITY", 0x100_0000), ("MAXIMUM_ALLOWED", 0x200_0000),
        ("GENERIC_ALL", 0x1000_0000), ("GENERIC_EXECUTE", 0x2000_0000), ("GENERIC_WRITE", 0x4000_0000),
        ("GENERIC_READ", 0x8000_0000),
    ].map { NamedRight(name: $0.0, mask: AccessMask(rawValue: $0.1)) }

    /// Every type of this module.
    public static let all: [ObjectType] = [
        file, fileDirectory, pipe, device, key, process, thread, token, job, event, semaphore, timer, mutant,
        keyedEvent, section, directory, symbolicLink, ioCompletion, windowStation, desktop, service, serviceManager,
        debugObject,
        type,
    ]

    private static let fileMapping = GenericMapping(0x12_0089, 0x12_0116, 0x12_00A0, 0x1F_01FF)

    /// A file; Windows: `File`.
    public static let file = ObjectType(
        "File", fileMapping, valid: 0x1F_01FF,
        rights: [
            ("FILE_READ_DATA", 0x1), ("FILE_WRITE_DATA", 0x2), ("FILE_APPEND_DATA", 0x4), ("FILE_READ_EA", 0x8),
            ("FILE_WRITE_EA", 0x10), ("FILE_EXECUTE", 0x20), ("FILE_DELETE_CHILD", 0x40),
            ("FILE_READ_ATTRIBUTES", 0x80), ("FILE_WRITE_ATTRIBUTES", 0x100),
        ])

    /// A directory of a file system: a `File` whose rights have other names.
    public static let fileDirectory = ObjectType(
        "FileDirectory", fileMapping, valid: 0x1F_01FF,
        rights: [
            ("FILE_LIST_DIRECTORY", 0x1), ("FILE_ADD_FILE", 0x2), ("FILE_ADD_SUBDIRECTORY", 0x4),
            ("FILE_READ_EA", 0x8), ("FILE_WRITE_EA", 0x10), ("FILE_TRAVERSE", 0x20), ("FILE_DELETE_CHILD", 0x40),
            ("FILE_READ_ATTRIBUTES", 0x80), ("FILE_WRITE_ATTRIBUTES", 0x100),
        ])

    /// A named pipe: a `File`, where appending data is the right to serve another instance.
    public static let pipe = ObjectType(
        "Pipe", fileMapping, valid: 0x1F_01FF,
        rights: [
            ("FILE_READ_DATA", 0x1), ("FILE_WRITE_DATA", 0x2), ("FILE_CREATE_PIPE_INSTANCE", 0x4),
            ("FILE_READ_EA", 0x8), ("FILE_WRITE_EA", 0x10), ("FILE_EXECUTE", 0x20), ("FILE_DELETE_CHILD", 0x40),
            ("FILE_READ_ATTRIBUTES", 0x80), ("FILE_WRITE_ATTRIBUTES", 0x100),
        ])

    /// A device; it shares the masks of files.
    ///
    /// Windows: `Device`.
    public static let device = ObjectType(
        "Device", fileMapping, valid: 0x1F_01FF, rights: file.rights.map { ($0.name, $0.mask.rawValue) })

    /// A registry key; the kernel's execute mapping contains `KEY_CREATE_LINK`.
    ///
    /// Windows: `Key`.
    public static let key = ObjectType(
        "Key", GenericMapping(0x2_0019, 0x2_0006, 0x2_0039, 0xF_003F), valid: 0x1F_003F,
        rights: [
            ("KEY_QUERY_VALUE", 0x1), ("KEY_SET_VALUE", 0x2), ("KEY_CREATE_SUB_KEY", 0x4),
            ("KEY_ENUMERATE_SUB_KEYS", 0x8), ("KEY_NOTIFY", 0x10), ("KEY_CREATE_LINK", 0x20),
            ("KEY_WOW64_64KEY", 0x100), ("KEY_WOW64_32KEY", 0x200),
        ])

    /// A process; Windows: `Process`.
    public static let process = ObjectType(
        "Process", GenericMapping(0x2_0410, 0x2_0BEA, 0x12_1001, 0x1F_FFFF), valid: 0x1F_FFFF,
        rights: [
            ("PROCESS_TERMINATE", 0x1), ("PROCESS_CREATE_THREAD", 0x2), ("PROCESS_SET_SESSIONID", 0x4),
            ("PROCESS_VM_OPERATION", 0x8), ("PROCESS_VM_READ", 0x10), ("PROCESS_VM_WRITE", 0x20),
            ("PROCESS_DUP_HANDLE", 0x40), ("PROCESS_CREATE_PROCESS", 0x80), ("PROCESS_SET_QUOTA", 0x100),
            ("PROCESS_SET_INFORMATION", 0x200), ("PROCESS_QUERY_INFORMATION", 0x400),
            ("PROCESS_SUSPEND_RESUME", 0x800), ("PROCESS_QUERY_LIMITED_INFORMATION", 0x1000),
            ("PROCESS_SET_LIMITED_INFORMATION", 0x2000),
        ])

    /// A thread; Windows: `Thread`.
    public static let thread = ObjectType(
        "Thread", GenericMapping(0x2_0048, 0x2_0437, 0x12_1800, 0x1F_FFFF), valid: 0x1F_FFFF,
        rights: [
            ("THREAD_TERMINATE", 0x1), ("THREAD_SUSPEND_RESUME", 0x2), ("THREAD_ALERT", 0x4),
            ("THREAD_GET_CONTEXT", 0x8), ("THREAD_SET_CONTEXT", 0x10), ("THREAD_SET_INFORMATION", 0x20),
            ("THREAD_QUERY_INFORMATION", 0x40), ("THREAD_SET_THREAD_TOKEN", 0x80), ("THREAD_IMPERSONATE", 0x100),
            ("THREAD_DIRECT_IMPERSONATION", 0x200), ("THREAD_SET_LIMITED_INFORMATION", 0x400),
            ("THREAD_QUERY_LIMITED_INFORMATION", 0x800), ("THREAD_RESUME", 0x1000),
        ])

    /// An access token; Windows: `Token`.
    public static let token = ObjectType(
        "Token", GenericMapping(0x2_001A, 0x2_01E0, 0x2_0005, 0xF_01FF), valid: 0x1F_01FF,
        rights: [
            ("TOKEN_ASSIGN_PRIMARY", 0x1), ("TOKEN_DUPLICATE", 0x2), ("TOKEN_IMPERSONATE", 0x4),
            ("TOKEN_QUERY", 0x8), ("TOKEN_QUERY_SOURCE", 0x10), ("TOKEN_ADJUST_PRIVILEGES", 0x20),
            ("TOKEN_ADJUST_GROUPS", 0x40), ("TOKEN_ADJUST_DEFAULT", 0x80), ("TOKEN_ADJUST_SESSIONID", 0x100),
        ])

    /// A job; Windows: `Job`.
    public static let job = ObjectType(
        "Job", GenericMapping(0x2_0004, 0x2_000B, 0x12_0000, 0x1F_003F), valid: 0x1F_003F,
        rights: [
            ("JOB_OBJECT_ASSIGN_PROCESS", 0x1), ("JOB_OBJECT_SET_ATTRIBUTES", 0x2), ("JOB_OBJECT_QUERY", 0x4),
            ("JOB_OBJECT_TERMINATE", 0x8), ("JOB_OBJECT_SET_SECURITY_ATTRIBUTES", 0x10),
            ("JOB_OBJECT_IMPERSONATE", 0x20),
        ])
}
