import Glibc
import LinuxPlatform
import SandboxModel

/// Where the programs are that belong to this one.
enum ProgramLocation {
    /// This program and those beside it that it starts, as far as they are there.
    static var programs: [HostPath] {
        guard let own = LinuxHostFacts.canonical(Array("/proc/self/exe".utf8)), let directory = own.parent else {
            return []
        }
        return [own]
            + ["sallyport-command-runner", "sallyport-scenarios"].compactMap { name in
                LinuxHostFacts.canonical(directory.bytes + [UInt8(ascii: "/")] + Array(name.utf8))
            }
    }

    /// A program in the directory of this one.
    ///
    /// - Parameter name: the program's name.
    /// - Returns: its path.
    /// - Throws: `CommandFailure` when there is no such program.
    static func beside(_ name: String) throws(CommandFailure) -> String {
        guard let own = LinuxHostFacts.canonical(Array("/proc/self/exe".utf8)), let directory = own.parent else {
            throw CommandFailure(
                .system, "cannot find out where this program lies: /proc/self/exe is not readable",
                remedy: "mount /proc")
        }
        let path = "\(directory)/\(name)"
        guard unsafe access(path, X_OK) == 0 else {
            throw CommandFailure(
                .unavailable, "the program '\(path)' cannot be executed: \(SystemReason.text(errno))",
                remedy: "put \(name) beside sallyport")
        }
        return path
    }
}
