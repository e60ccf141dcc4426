internal import CLinux
internal import Glibc

/// What the session of the caller lets it do; both are decided at login, not by what the account database says now.
public enum CallerSession {
    /// Whether nothing that this process executes can gain privileges, so that a set-user-ID program is of no use;
    /// prctl(2), `PR_SET_NO_NEW_PRIVS`.
    public static var hasNoNewPrivileges: Bool { host_has_no_new_privileges() }

    /// The version of the kernel's write gate, 0 when it has none; landlock_create_ruleset(2).
    public static var landlockVersion: Int { Int(host_landlock_version()) }

    /// Whether this process has a group, as its own or as a supplementary one; getgroups(2).
    ///
    /// - Parameter group: a group id.
    /// - Returns: whether the kernel counts this process among the group's members.
    public static func belongs(to group: UInt32) -> Bool {
        if getegid() == group { return true }
        let count = getgroups(0, nil)
        guard count > 0 else { return false }
        let groups = unsafe [gid_t](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
            initialized = max(0, Int(unsafe getgroups(count, buffer.baseAddress)))
        }
        return groups.contains(group)
    }
}
