internal import CLinux
internal import Glibc
internal import SandboxModel

/// Ends what still runs as a principal: an account without processes can be deleted, and loses no firewall it needs.
enum ProcessTermination {
    /// How often is looked, in microseconds.
    private static let pause: UInt32 = 20_000

    /// Ends every command of the sandbox, and then the runners.
    ///
    /// A runner ends by itself when its command has ended, and gives the command's files back first. One that is stopped does neither, and
    /// would go on under the account's number later, whoever has it then: it is killed after a second.
    ///
    /// - Throws: when something is left after five seconds.
    static func endCommands() throws(SetupError) {
        let accounts = try AccountDatabase()
        for principal in Principal.allCases {
            guard let account = accounts.user(principal.accountName) else { continue }
            try end("the processes of \(account.name)", remedy: "see 'ps -u \(account.name)' and run setup again") {
                process, _ in sallyport_setup_kill_if_owned(process, account.identifier)
            }
        }
        try end("the command runners", remedy: "see 'pgrep -a sallyport' and run setup again") { process, isPatient in
            unsafe sallyport_setup_runs(process, InstallationPaths.commandRunner, !isPatient)
        }
    }

    /// Passes over `/proc` until nothing is found, patiently for a second.
    private static func end(
        _ subject: String, remedy: String, _ look: (_ process: pid_t, _ isPatient: Bool) -> Int32
    ) throws(SetupError) {
        for pass in 0..<250 {
            guard try passFinds({ look($0, pass < 50) }) else { return }
            usleep(pause)
        }
        throw SetupError(
            .busy, action: "end", subject: subject, detail: "some are left after five seconds", remedy: remedy)
    }

    /// One pass over `/proc`; returns whether a process was found.
    private static func passFinds(_ look: (pid_t) -> Int32) throws(SetupError) -> Bool {
        guard let directory = unsafe opendir("/proc") else { throw .systemCall("open", "/proc") }
        defer { unsafe _ = closedir(directory) }
        var found = false
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            guard let process = pid_t(name) else { continue }
            let result = look(process)
            guard result >= 0 else { throw .systemCall("end the process", name, -result) }
            if result == 1 { found = true }
        }
        return found
    }
}
