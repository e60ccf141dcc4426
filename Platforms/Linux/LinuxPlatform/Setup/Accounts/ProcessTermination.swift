internal import CLinux
internal import Glibc
internal import SandboxModel

/// Ends what still runs in the sandbox: an account without processes can be deleted, and loses no firewall it needs.
enum ProcessTermination {
    /// How often is looked, in microseconds.
    private static let pause: UInt32 = 20_000
    /// From which look on a runner is killed, and one that gives files back; and how often is looked.
    private static let looks = (runner: 50, returningRunner: 1000, all: 1250)

    /// Ends every command of the sandbox, and the runners.
    ///
    /// A runner ends by itself when its command has ended, and gives the command's files back first: it has twenty seconds for that. One
    /// that waits or is stopped would go on later under the account's number, whoever has it then: it is killed after a second.
    ///
    /// - Parameter block: the group ids of the one user whose commands are meant, or nothing for everybody's.
    /// - Throws: when something is left after twenty-five seconds.
    static func endCommands(of block: Registry.Block? = nil) throws(SetupError) {
        let accounts = try AccountDatabase()
        func identifier(_ principal: Principal) -> uid_t {
            accounts.user(principal.accountName)?.identifier ?? uid_t.max
        }
        let scope = sallyport_setup_scope(
            accounts: (identifier(.offline), identifier(.online)), is_for_all: block == nil, user: block?.user ?? 0,
            first_group: block?.first ?? 0, group_count: block?.count ?? 0)
        for look in 0..<looks.all {
            var kinds = SALLYPORT_SETUP_COMMAND
            if look >= looks.runner { kinds |= SALLYPORT_SETUP_RUNNER }
            if look >= looks.returningRunner { kinds |= SALLYPORT_SETUP_RETURNING_RUNNER }
            guard try finds(scope, ending: Int32(kinds)) else { return }
            usleep(pause)
        }
        throw SetupError(
            .busy, action: "end", subject: "the commands of the sandbox", detail: "some are left after 25 seconds",
            remedy: "see 'ps -u \(Principal.allCases.map(\.accountName).joined(separator: ","))' and "
                + "'pgrep -a sallyport', and run setup again")
    }

    /// One pass over `/proc`; returns whether a process of the scope was found.
    private static func finds(_ scope: sallyport_setup_scope, ending kinds: Int32) throws(SetupError) -> Bool {
        guard let directory = unsafe opendir("/proc") else { throw .systemCall("open", "/proc") }
        defer { unsafe _ = closedir(directory) }
        var found = false
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            guard let process = pid_t(name) else { continue }
            let kind = unsafe withUnsafePointer(to: scope) { scope in
                unsafe sallyport_setup_end(process, scope, InstallationPaths.commandRunner, kinds)
            }
            guard kind >= 0 else { throw .systemCall("end the process", name, -kind) }
            if kind > 0 { found = true }
        }
        return found
    }
}
