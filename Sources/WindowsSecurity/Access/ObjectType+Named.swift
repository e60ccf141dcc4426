extension ObjectType {
    /// Shared memory; Windows: `Section`.
    public static let section = ObjectType(
        "Section", GenericMapping(0x2_0005, 0x2_0002, 0x2_0008, 0xF_001F), valid: 0x1F_001F,
        rights: [
            ("SECTION_QUERY", 0x1), ("SECTION_MAP_WRITE", 0x2), ("SECTION_MAP_READ", 0x4),
            ("SECTION_MAP_EXECUTE", 0x8), ("SECTION_EXTEND_SIZE", 0x10), ("SECTION_MAP_EXECUTE_EXPLICIT", 0x20),
        ])

    /// A directory of the object manager; Windows: `Directory`.
    public static let directory = ObjectType(
        "Directory", GenericMapping(0x2_0003, 0x2_000C, 0x2_0003, 0xF_000F), valid: 0xF_000F,
        rights: [
            ("DIRECTORY_QUERY", 0x1), ("DIRECTORY_TRAVERSE", 0x2), ("DIRECTORY_CREATE_OBJECT", 0x4),
            ("DIRECTORY_CREATE_SUBDIRECTORY", 0x8),
        ])

    /// A symbolic link of the object manager; Windows: `SymbolicLink`.
    public static let symbolicLink = ObjectType(
        "SymbolicLink", GenericMapping(0x2_0001, 0x2_0000, 0x2_0001, 0xF_0001), valid: 0xF_0001,
        rights: [("SYMBOLIC_LINK_QUERY", 0x1)])

    /// A window station; Windows: `WindowStation`.
    public static let windowStation = ObjectType(
        "WindowStation", GenericMapping(0x2_0303, 0x2_001C, 0x2_0060, 0xF_037F), valid: 0xF_037F,
        rights: [
            ("WINSTA_ENUMDESKTOPS", 0x1), ("WINSTA_READATTRIBUTES", 0x2), ("WINSTA_ACCESSCLIPBOARD", 0x4),
            ("WINSTA_CREATEDESKTOP", 0x8), ("WINSTA_WRITEATTRIBUTES", 0x10), ("WINSTA_ACCESSGLOBALATOMS", 0x20),
            ("WINSTA_EXITWINDOWS", 0x40), ("WINSTA_ENUMERATE", 0x100), ("WINSTA_READSCREEN", 0x200),
        ])

    /// A desktop; Windows: `Desktop`.
    public static let desktop = ObjectType(
        "Desktop", GenericMapping(0x2_0041, 0x2_00BE, 0x2_0100, 0xF_01FF), valid: 0xF_01FF,
        rights: [
            ("DESKTOP_READOBJECTS", 0x1), ("DESKTOP_CREATEWINDOW", 0x2), ("DESKTOP_CREATEMENU", 0x4),
            ("DESKTOP_HOOKCONTROL", 0x8), ("DESKTOP_JOURNALRECORD", 0x10), ("DESKTOP_JOURNALPLAYBACK", 0x20),
            ("DESKTOP_ENUMERATE", 0x40), ("DESKTOP_WRITEOBJECTS", 0x80), ("DESKTOP_SWITCHDESKTOP", 0x100),
        ])

    /// A service; the masks are those of winsvc.h.
    ///
    /// Windows: service objects of the service control manager.
    public static let service = ObjectType(
        "Service", GenericMapping(0x2_008D, 0x2_0002, 0x2_0170, 0xF_01FF),
        rights: [
            ("SERVICE_QUERY_CONFIG", 0x1), ("SERVICE_CHANGE_CONFIG", 0x2), ("SERVICE_QUERY_STATUS", 0x4),
            ("SERVICE_ENUMERATE_DEPENDENTS", 0x8), ("SERVICE_START", 0x10), ("SERVICE_STOP", 0x20),
            ("SERVICE_PAUSE_CONTINUE", 0x40), ("SERVICE_INTERROGATE", 0x80),
            ("SERVICE_USER_DEFINED_CONTROL", 0x100),
        ])

    /// The service control manager itself; the masks are those of winsvc.h.
    public static let serviceManager = ObjectType(
        "SCManager", GenericMapping(0x2_0014, 0x2_0022, 0x2_0009, 0xF_003F),
        rights: [
            ("SC_MANAGER_CONNECT", 0x1), ("SC_MANAGER_CREATE_SERVICE", 0x2), ("SC_MANAGER_ENUMERATE_SERVICE", 0x4),
            ("SC_MANAGER_LOCK", 0x8), ("SC_MANAGER_QUERY_LOCK_STATUS", 0x10),
            ("SC_MANAGER_MODIFY_BOOT_CONFIG", 0x20),
        ])
}
