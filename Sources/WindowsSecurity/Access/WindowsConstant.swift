/// The numbers of the Windows headers that this module speaks about, by group and name.
///
/// Windows: winnt.h, accctrl.h, winsvc.h, winuser.h and fwpmu.h; for example `FILE_ADD_FILE`.
public enum WindowsConstant {
    /// The value of a constant.
    ///
    /// - Parameters:
    ///   - name: the name in the Windows headers, for example `FILE_ADD_FILE`.
    ///   - group: the group the name belongs to, for example `file`.
    /// - Returns: the value, or nothing for an unknown name.
    public static func value(of name: String, in group: String) -> UInt32? {
        if group == "privilege-luid" { return Privilege(name: name).map { UInt32($0.rawValue) } }
        if let value = listed(name, in: group) { return value }
        // The names of the headers are unique, so a group under another name does not hide them.
        for group in Set(typesByGroup.keys).union(table.keys) {
            if let value = listed(name, in: group) { return value }
        }
        return Privilege(name: name).map { UInt32($0.rawValue) }
    }

    /// The rights that a name stands for when it is said about objects of a type, single ones and sets of them.
    ///
    /// - Parameters:
    ///   - name: the name in the Windows headers, for example `FILE_ADD_FILE` or `KEY_READ`.
    ///   - type: the type of the object.
    /// - Returns: the rights, or nothing for a name that the type and the standard rights do not have.
    public static func rights(named name: String, of type: ObjectType) -> AccessMask? {
        let groups = typesByGroup.filter { $0.value.contains(type) }.keys.sorted()
        let found = (groups + ["standard"]).lazy.compactMap { listed(name, in: $0) }.first
        let own = type.rights.first { $0.name == name }?.mask
        return own ?? found.map(AccessMask.init(rawValue:))
    }

    private static func listed(_ name: String, in group: String) -> UInt32? {
        for type in typesByGroup[group] ?? [] {
            if let right = type.rights.first(where: { $0.name == name }) { return right.mask.rawValue }
        }
        return table[group]?.first { $0.0 == name }?.1
    }

    private static let typesByGroup: [String: [ObjectType]] = [
        "file": [.file, .fileDirectory, .pipe], "pipe": [.pipe], "key": [.key], "process": [.process],
        "thread": [.thread], "token": [.token], "job": [.job], "event": [.event], "semaphore": [.semaphore],
        "timer": [.timer], "mutant": [.mutant], "section": [.section], "directory": [.directory],
        "symlink": [.symbolicLink], "iocompletion": [.ioCompletion], "winsta": [.windowStation],
        "desktop": [.desktop], "service": [.service], "scm": [.serviceManager],
    ]

    private static let table: [String: [(String, UInt32)]] = [
        "file": [
            ("FILE_ALL_ACCESS", 0x1F_01FF), ("FILE_GENERIC_READ", 0x12_0089), ("FILE_GENERIC_WRITE", 0x12_0116),
            ("FILE_GENERIC_EXECUTE", 0x12_00A0),
        ],
        "key": [
            ("KEY_READ", 0x2_0019), ("KEY_WRITE", 0x2_0006), ("KEY_EXECUTE", 0x2_0019), ("KEY_ALL_ACCESS", 0xF_003F),
            ("KEY_WOW64_RES", 0x300),
        ],
        "process": [("PROCESS_ALL_ACCESS", 0x1F_FFFF)],
        "thread": [("THREAD_ALL_ACCESS", 0x1F_FFFF)],
        "token": [
            ("TOKEN_READ", 0x2_0008), ("TOKEN_WRITE", 0x2_00E0), ("TOKEN_EXECUTE", 0x2_0000),
            ("TOKEN_ALL_ACCESS", 0xF_01FF), ("TOKEN_ALL_ACCESS_P", 0xF_00FF),
        ],
        "job": [("JOB_OBJECT_ALL_ACCESS", 0x1F_001F)],
        "event": [("EVENT_ALL_ACCESS", 0x1F_0003)],
        "semaphore": [("SEMAPHORE_ALL_ACCESS", 0x1F_0003)],
        "timer": [("TIMER_ALL_ACCESS", 0x1F_0003)],
        "mutant": [("MUTANT_ALL_ACCESS", 0x1F_0001), ("MUTEX_ALL_ACCESS", 0x1F_0001), ("MUTEX_MODIFY_STATE", 0x1)],
        "section": [("SECTION_ALL_ACCESS", 0xF_001F)],
        "directory": [("DIRECTORY_ALL_ACCESS", 0xF_000F)],
        "symlink": [("SYMBOLIC_LINK_ALL_ACCESS", 0xF_0001)],
        "iocompletion": [("IO_COMPLETION_ALL_ACCESS", 0x1F_0003)],
        "winsta": [("WINSTA_ALL_ACCESS", 0x37F)],
        "desktop": [("DESKTOP_ALL_ACCESS", 0xF_01FF)],
        "service": [("SERVICE_ALL_ACCESS", 0xF_01FF)],
        "scm": [("SC_MANAGER_ALL_ACCESS", 0xF_003F)],
        "standard": [
            ("DELETE", 0x1_0000), ("READ_CONTROL", 0x2_0000), ("WRITE_DAC", 0x4_0000), ("WRITE_OWNER", 0x8_0000),
            ("SYNCHRONIZE", 0x10_0000), ("STANDARD_RIGHTS_REQUIRED", 0xF_0000), ("STANDARD_RIGHTS_READ", 0x2_0000),
            ("STANDARD_RIGHTS_WRITE", 0x2_0000), ("STANDARD_RIGHTS_EXECUTE", 0x2_0000),
            ("STANDARD_RIGHTS_ALL", 0x1F_0000), ("SPECIFIC_RIGHTS_ALL", 0xFFFF),
            ("ACCESS_SYSTEM_SECURITY", 0x100_0000), ("MAXIMUM_ALLOWED", 0x200_0000), ("GENERIC_READ", 0x8000_0000),
            ("GENERIC_WRITE", 0x4000_0000), ("GENERIC_EXECUTE", 0x2000_0000), ("GENERIC_ALL", 0x1000_0000),
        ],
        "ace-type": [
            ("ACCESS_ALLOWED_ACE_TYPE", 0x0), ("ACCESS_DENIED_ACE_TYPE", 0x1), ("SYSTEM_AUDIT_ACE_TYPE", 0x2),
            ("SYSTEM_ALARM_ACE_TYPE", 0x3), ("ACCESS_ALLOWED_COMPOUND_ACE_TYPE", 0x4),
            ("ACCESS_ALLOWED_OBJECT_ACE_TYPE", 0x5), ("ACCESS_DENIED_OBJECT_ACE_TYPE", 0x6),
            ("SYSTEM_AUDIT_OBJECT_ACE_TYPE", 0x7), ("SYSTEM_ALARM_OBJECT_ACE_TYPE", 0x8),
            ("ACCESS_ALLOWED_CALLBACK_ACE_TYPE", 0x9), ("ACCESS_DENIED_CALLBACK_ACE_TYPE", 0xA),
            ("ACCESS_ALLOWED_CALLBACK_OBJECT_ACE_TYPE", 0xB), ("ACCESS_DENIED_CALLBACK_OBJECT_ACE_TYPE", 0xC),
            ("SYSTEM_AUDIT_CALLBACK_ACE_TYPE", 0xD), ("SYSTEM_ALARM_CALLBACK_ACE_TYPE", 0xE),
            ("SYSTEM_AUDIT_CALLBACK_OBJECT_ACE_TYPE", 0xF), ("SYSTEM_ALARM_CALLBACK_OBJECT_ACE_TYPE", 0x10),
            ("SYSTEM_MANDATORY_LABEL_ACE_TYPE", 0x11), ("SYSTEM_RESOURCE_ATTRIBUTE_ACE_TYPE", 0x12),
            ("SYSTEM_SCOPED_POLICY_ID_ACE_TYPE", 0x13), ("SYSTEM_PROCESS_TRUST_LABEL_ACE_TYPE", 0x14),
            ("SYSTEM_ACCESS_FILTER_ACE_TYPE", 0x15),
        ],
        "object-ace-flag": [("ACE_OBJECT_TYPE_PRESENT", 0x1), ("ACE_INHERITED_OBJECT_TYPE_PRESENT", 0x2)],
        "acl-revision": [("ACL_REVISION", 0x2), ("ACL_REVISION_DS", 0x4)],
        "label-ace": [
            ("SYSTEM_MANDATORY_LABEL_ACE_TYPE", 0x11), ("SYSTEM_RESOURCE_ATTRIBUTE_ACE_TYPE", 0x12),
            ("SYSTEM_SCOPED_POLICY_ID_ACE_TYPE", 0x13), ("SYSTEM_PROCESS_TRUST_LABEL_ACE_TYPE", 0x14),
            ("SYSTEM_ACCESS_FILTER_ACE_TYPE", 0x15),
        ],
        "label-policy": [
            ("SYSTEM_MANDATORY_LABEL_NO_WRITE_UP", 0x1), ("SYSTEM_MANDATORY_LABEL_NO_READ_UP", 0x2),
            ("SYSTEM_MANDATORY_LABEL_NO_EXECUTE_UP", 0x4),
        ],
        "ace-flag": [
            ("OBJECT_INHERIT_ACE", 0x1), ("CONTAINER_INHERIT_ACE", 0x2), ("NO_PROPAGATE_INHERIT_ACE", 0x4),
            ("INHERIT_ONLY_ACE", 0x8), ("INHERITED_ACE", 0x10), ("VALID_INHERIT_FLAGS", 0x1F),
            ("CRITICAL_ACE_FLAG", 0x20), ("SUCCESSFUL_ACCESS_ACE_FLAG", 0x40), ("FAILED_ACCESS_ACE_FLAG", 0x80),
        ],
        "sd-control": [
            ("SE_OWNER_DEFAULTED", 0x1), ("SE_GROUP_DEFAULTED", 0x2), ("SE_DACL_PRESENT", 0x4),
            ("SE_DACL_DEFAULTED", 0x8), ("SE_SACL_PRESENT", 0x10), ("SE_SACL_DEFAULTED", 0x20),
            ("SE_DACL_UNTRUSTED", 0x40), ("SE_SERVER_SECURITY", 0x80), ("SE_DACL_AUTO_INHERIT_REQ", 0x100),
            ("SE_SACL_AUTO_INHERIT_REQ", 0x200), ("SE_DACL_AUTO_INHERITED", 0x400),
            ("SE_SACL_AUTO_INHERITED", 0x800), ("SE_DACL_PROTECTED", 0x1000), ("SE_SACL_PROTECTED", 0x2000),
            ("SE_RM_CONTROL_VALID", 0x4000), ("SE_SELF_RELATIVE", 0x8000),
        ],
        "security-information": [
            ("OWNER_SECURITY_INFORMATION", 0x1), ("GROUP_SECURITY_INFORMATION", 0x2),
            ("DACL_SECURITY_INFORMATION", 0x4), ("SACL_SECURITY_INFORMATION", 0x8),
            ("LABEL_SECURITY_INFORMATION", 0x10), ("ATTRIBUTE_SECURITY_INFORMATION", 0x20),
            ("SCOPE_SECURITY_INFORMATION", 0x40), ("PROCESS_TRUST_LABEL_SECURITY_INFORMATION", 0x80),
            ("ACCESS_FILTER_SECURITY_INFORMATION", 0x100), ("BACKUP_SECURITY_INFORMATION", 0x1_0000),
            ("UNPROTECTED_SACL_SECURITY_INFORMATION", 0x1000_0000),
            ("UNPROTECTED_DACL_SECURITY_INFORMATION", 0x2000_0000),
            ("PROTECTED_SACL_SECURITY_INFORMATION", 0x4000_0000),
            ("PROTECTED_DACL_SECURITY_INFORMATION", 0x8000_0000),
        ],
        "se-group": [
            ("SE_GROUP_MANDATORY", 0x1), ("SE_GROUP_ENABLED_BY_DEFAULT", 0x2), ("SE_GROUP_ENABLED", 0x4),
            ("SE_GROUP_OWNER", 0x8), ("SE_GROUP_USE_FOR_DENY_ONLY", 0x10), ("SE_GROUP_INTEGRITY", 0x20),
            ("SE_GROUP_INTEGRITY_ENABLED", 0x40), ("SE_GROUP_RESOURCE", 0x2000_0000),
            ("SE_GROUP_LOGON_ID", 0xC000_0000),
        ],
        "se-privilege": [
            ("SE_PRIVILEGE_ENABLED_BY_DEFAULT", 0x1), ("SE_PRIVILEGE_ENABLED", 0x2), ("SE_PRIVILEGE_REMOVED", 0x4),
            ("SE_PRIVILEGE_USED_FOR_ACCESS", 0x8000_0000),
        ],
        "filter-token-flag": [
            ("DISABLE_MAX_PRIVILEGE", 0x1), ("SANDBOX_INERT", 0x2), ("LUA_TOKEN", 0x4), ("WRITE_RESTRICTED", 0x8),
        ],
        "auto-inherit-flag": [
            ("SEF_DACL_AUTO_INHERIT", 0x1), ("SEF_SACL_AUTO_INHERIT", 0x2),
            ("SEF_DEFAULT_DESCRIPTOR_FOR_OBJECT", 0x4), ("SEF_AVOID_PRIVILEGE_CHECK", 0x8),
            ("SEF_AVOID_OWNER_CHECK", 0x10), ("SEF_DEFAULT_OWNER_FROM_PARENT", 0x20),
            ("SEF_DEFAULT_GROUP_FROM_PARENT", 0x40), ("SEF_MACL_NO_WRITE_UP", 0x100), ("SEF_MACL_NO_READ_UP", 0x200),
            ("SEF_MACL_NO_EXECUTE_UP", 0x400), ("SEF_AI_USE_EXTRA_PARAMS", 0x800),
            ("SEF_AVOID_OWNER_RESTRICTION", 0x1000), ("SEF_FORCE_USER_MODE", 0x2000),
        ],
        "integrity-rid": [
            ("SECURITY_MANDATORY_UNTRUSTED_RID", 0x0), ("SECURITY_MANDATORY_LOW_RID", 0x1000),
            ("SECURITY_MANDATORY_MEDIUM_RID", 0x2000), ("SECURITY_MANDATORY_MEDIUM_PLUS_RID", 0x2100),
            ("SECURITY_MANDATORY_HIGH_RID", 0x3000), ("SECURITY_MANDATORY_SYSTEM_RID", 0x4000),
            ("SECURITY_MANDATORY_PROTECTED_PROCESS_RID", 0x5000),
        ],
        "token-mandatory-policy": [
            ("TOKEN_MANDATORY_POLICY_OFF", 0x0), ("TOKEN_MANDATORY_POLICY_NO_WRITE_UP", 0x1),
            ("TOKEN_MANDATORY_POLICY_NEW_PROCESS_MIN", 0x2), ("TOKEN_MANDATORY_POLICY_VALID_MASK", 0x3),
        ],
        "firewall": [
            ("FWP_ACTRL_MATCH_FILTER", 0x1), ("FWPM_ACTRL_ADD", 0x1), ("FWPM_ACTRL_ADD_LINK", 0x2),
            ("FWPM_ACTRL_BEGIN_READ_TXN", 0x4), ("FWPM_ACTRL_BEGIN_WRITE_TXN", 0x8), ("FWPM_ACTRL_CLASSIFY", 0x10),
            ("FWPM_ACTRL_ENUM", 0x20), ("FWPM_ACTRL_OPEN", 0x40), ("FWPM_ACTRL_READ", 0x80),
            ("FWPM_ACTRL_READ_STATS", 0x100), ("FWPM_ACTRL_SUBSCRIBE", 0x200), ("FWPM_ACTRL_WRITE", 0x400),
        ],
        "job-limit": [
            ("JOB_OBJECT_LIMIT_WORKINGSET", 0x1), ("JOB_OBJECT_LIMIT_PROCESS_TIME", 0x2),
            ("JOB_OBJECT_LIMIT_JOB_TIME", 0x4), ("JOB_OBJECT_LIMIT_ACTIVE_PROCESS", 0x8),
            ("JOB_OBJECT_LIMIT_AFFINITY", 0x10), ("JOB_OBJECT_LIMIT_PRIORITY_CLASS", 0x20),
            ("JOB_OBJECT_LIMIT_PRESERVE_JOB_TIME", 0x40), ("JOB_OBJECT_LIMIT_SCHEDULING_CLASS", 0x80),
            ("JOB_OBJECT_LIMIT_PROCESS_MEMORY", 0x100), ("JOB_OBJECT_LIMIT_JOB_MEMORY", 0x200),
            ("JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION", 0x400), ("JOB_OBJECT_LIMIT_BREAKAWAY_OK", 0x800),
            ("JOB_OBJECT_LIMIT_SILENT_BREAKAWAY_OK", 0x1000), ("JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE", 0x2000),
            ("JOB_OBJECT_LIMIT_SUBSET_AFFINITY", 0x4000),
        ],
        "job-ui": [
            ("JOB_OBJECT_UILIMIT_NONE", 0x0), ("JOB_OBJECT_UILIMIT_HANDLES", 0x1),
            ("JOB_OBJECT_UILIMIT_READCLIPBOARD", 0x2), ("JOB_OBJECT_UILIMIT_WRITECLIPBOARD", 0x4),
            ("JOB_OBJECT_UILIMIT_SYSTEMPARAMETERS", 0x8), ("JOB_OBJECT_UILIMIT_DISPLAYSETTINGS", 0x10),
            ("JOB_OBJECT_UILIMIT_GLOBALATOMS", 0x20), ("JOB_OBJECT_UILIMIT_DESKTOP", 0x40),
            ("JOB_OBJECT_UILIMIT_EXITWINDOWS", 0x80),
        ],
    ]
}
