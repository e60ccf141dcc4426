import Glibc

/// A file that the user named for what is to be kept.
enum OutputFile {
    /// Refuses a path at which no file can be made, before anything takes its time.
    ///
    /// - Parameter path: the path of the file.
    /// - Throws: `CommandFailure` when its directory is missing or may not be written.
    static func requirePlace(for path: String) throws(CommandFailure) {
        let directory = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? "."
        guard unsafe access(String(directory), W_OK | X_OK) == 0 else { throw failure("create", path) }
    }

    /// Writes a whole file: whoever reads it finds the old bytes or the new ones.
    ///
    /// - Parameters:
    ///   - bytes: what it is to hold.
    ///   - path: its path; a link there is replaced, not followed.
    /// - Throws: `CommandFailure` when it cannot be written; the file is as it was then.
    static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
        let draft = "\(path).\(getpid())"
        let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("create", draft) }
        do throws(CommandFailure) {
            defer { close(descriptor) }
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 || errno == EINTR else { throw failure("write", draft) }
                rest = rest.dropFirst(max(count, 0))
            }
            guard fsync(descriptor) == 0 else { throw failure("write", draft) }
            guard unsafe rename(draft, path) == 0 else { throw failure("rename \(draft) to", path) }
        } catch {
            unsafe unlink(draft)
            throw error
        }
    }

    private static func failure(_ attempt: String, _ path: String) -> CommandFailure {
        CommandFailure(
            attempt == "create" ? .creation : .inputOutput, "\(attempt) \(path): \(SystemReason.text(errno))",
            remedy: "name a file in a directory that you may write")
    }
}
