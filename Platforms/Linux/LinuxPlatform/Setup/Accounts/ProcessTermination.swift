internal import CLinux
internal import Glibc
internal import SandboxModel

/// Ends what still runs as a principal: an account without processes can be deleted, and loses no firewall it needs.
enum ProcessTermination {
    /// Kills every process of a user and waits until none is left.
    ///
    /// - Parameters:
    ///   - user: the user id.
    ///   - name: the account, for the message.
    /// - Throws: when processes are left after five seconds.
    static func end(user: UInt32, named name: String) throws(SetupError) {
        for _ in 0..<250 {
            guard try kill(user: user) else { return }
            usleep(20_000)
        }
        throw SetupError(
            .busy, action: "end", subject: "the processes of \(name)", detail: "some are left after five seconds",
            remedy: "see 'ps -u \(name)' and run setup again")
    }

    /// One pass over `/proc`; returns whether a process was found.
    private static func kill(user: UInt32) throws(SetupError) -> Bool {
        guard let directory = unsafe opendir("/proc") else { throw .systemCall("open", "/proc") }
        defer { unsafe _ = closedir(directory) }
        var found = false
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            guard let process = pid_t(name) else { continue }
            let result = sallyport_setup_kill_if_owned(process, user)
            guard result >= 0 else { throw .systemCall("end the process", name, -result) }
            if result == 1 { found = true }
        }
        return found
    }
}
