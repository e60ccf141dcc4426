import Glibc

/// What the user asked to see.
enum StandardOutput {
    /// Writes text.
    ///
    /// - Parameter text: what to write.
    /// - Throws: `CommandFailure` when it cannot be written: a full disk, a closed pipe.
    static func write(_ text: String) throws(CommandFailure) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                throw CommandFailure(.inputOutput, "write to standard output: \(SystemReason.text(errno))")
            }
            rest = rest.dropFirst(max(count, 0))
        }
    }
}
