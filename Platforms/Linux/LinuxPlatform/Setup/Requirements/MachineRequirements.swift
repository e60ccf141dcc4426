internal import CLinux
internal import Glibc
public import SandboxModel

/// What the machine must offer before anything is changed.
public enum MachineRequirements {
    /// The oldest Landlock version whose write gate also governs renaming between directories (Linux 5.19).
    static let landlock: Int32 = 2

    /// Looks at everything that an installation for a user needs.
    ///
    /// - Parameter found: the user and the home directory.
    /// - Returns: remarks on what could not be found out, as sentences.
    /// - Throws: `.toolMissing` or `.unsupported` for the first thing that is missing.
    public static func check(for found: UserLookup.Found) throws(SetupError) -> [String] {
        try checkTools()
        try checkKernel()
        try checkPrograms()
        return try checkHome(found)
    }

    /// Whether every tool that setup runs is installed.
    ///
    /// - Throws: `.toolMissing` with the package that brings the first one that is not.
    public static func checkTools() throws(SetupError) {
        for tool in SystemTool.allCases where unsafe access(tool.path, X_OK) != 0 {
            throw SetupError(
                .toolMissing, action: "use", subject: tool.path, detail: "it is not installed",
                remedy: "install the package \(tool.package): 'apt-get install \(tool.package)'")
        }
    }

    private static func checkKernel() throws(SetupError) {
        let version = sallyport_setup_landlock_version()
        guard version >= landlock else {
            let found = version < 0 ? SetupError.explanation(of: -version) : "it has version \(version)"
            throw lack(
                "Landlock version \(landlock)", found,
                "use Linux 5.19 or newer with 'landlock' in the boot option lsm=")
        }
        guard sallyport_setup_seccomp_filter() == 0 else {
            throw lack("seccomp filters", "seccomp(2) refused", "use a kernel with CONFIG_SECCOMP_FILTER")
        }
        for name in ["user", "pid", "mnt", "net", "ipc"] {
            guard unsafe access("/proc/self/ns/\(name)", F_OK) == 0 else {
                throw lack(
                    "\(name) namespaces", "/proc/self/ns/\(name) is missing", "use a kernel with CONFIG_NAMESPACES")
            }
            let limit = "/proc/sys/user/max_\(name)_namespaces"
            if try FileContent.read(path: limit)?.first == UInt8(ascii: "0") {
                throw lack("\(name) namespaces", "\(limit) is 0", "raise the limit with sysctl")
            }
        }
        // A check of the real rules: it asks the kernel for every expression that they use, and changes nothing.
        let rules = Array(FirewallRules(offline: 65534).transaction.utf8)
        let result = try ToolRunner().run(.nft, ["--check", "-f", "-"], input: rules)
        guard result.status == 0 else {
            throw lack(
                "nftables", result.output.split(separator: "\n").joined(separator: " / "),
                "use a kernel with nf_tables, nft_reject_inet and nft_meta, and run setup with CAP_NET_ADMIN")
        }
    }

    private static func lack(_ what: String, _ detail: String, _ remedy: String) -> SetupError {
        SetupError(.unsupported, action: "rely on", subject: "the kernel for \(what)", detail: detail, remedy: remedy)
    }

    /// The runner is set-user-id and must be executable where it is installed (`mount(8)`, nosuid, noexec).
    private static func checkPrograms() throws(SetupError) {
        var missing: [String] = []
        let directory = try RootDirectory(onTheWayTo: InstallationPaths.programs, missing: &missing)
        var state = statvfs()
        guard unsafe fstatvfs(directory.descriptor, &state) == 0 else {
            throw .systemCall("look at the file system of", directory.path)
        }
        for (flag, name) in [(1, "ro"), (2, "nosuid"), (8, "noexec")] where state.f_flag & UInt(flag) != 0 {
            throw SetupError(
                .unsupported, action: "install", subject: InstallationPaths.commandRunner,
                detail: "the file system of \(directory.path) is mounted with '\(name)'",
                remedy: "mount it without '\(name)'")
        }
    }

    private static func checkHome(_ found: UserLookup.Found) throws(SetupError) -> [String] {
        switch try AccessListProbe.answer(forHome: found.home) {
        case .supported: return []
        case .unknown(let reason):
            return ["Whether the home of \(found.user.name) takes access control lists is not known: \(reason)."]
        case .unsupported(let reason):
            throw SetupError(
                .unsupported, action: "use access control lists in", subject: found.home, detail: reason,
                remedy: "mount the file system with 'acl', or move the home to ext4, xfs, btrfs or tmpfs")
        }
    }
}
