internal import Glibc

/// What the user asked to see.
enum StandardOutput {
    /// Writes text.
    ///
    /// - Parameter text: what to write.
    /// - Throws: `ExitStatus.inputOutput` when not all of it can be written, so that nobody takes a part for the whole.
    static func write(_ text: String) throws {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                throw Failure.end(
                    ExitStatus.inputOutput, "write to standard output: \(unsafe String(cString: strerror(errno)))")
            }
            rest = rest.dropFirst(max(count, 0))
        }
    }
}
