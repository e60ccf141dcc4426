internal import Glibc

/// The installed runner, looked at from outside.
public enum InstalledRunner {
    /// What a look shows.
    public enum Finding: String, CaseIterable, Sendable {
        /// There is none.
        case missing
        /// It is root's, set-user-ID, and only the launch group may execute it.
        case installed
        /// It is there, but with another owner or mode than setup gives it.
        case altered
        /// The directory above it is closed.
        case unreachable
    }

    /// Looks at the runner; lstat(2).
    ///
    /// - Returns: what is there.
    public static func look() -> Finding {
        var status = stat()
        guard unsafe lstat(InstallationPaths.commandRunner, &status) == 0 else {
            return errno == ENOENT || errno == ENOTDIR ? .missing : .unreachable
        }
        return status.st_uid == 0 && status.st_mode == S_IFREG | 0o4750 ? .installed : .altered
    }
}
