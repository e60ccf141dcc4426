internal import Glibc

/// The registry as it lies on this machine.
public enum InstalledRegistry {
    /// What a look at the registry shows.
    public enum Finding: Equatable, Sendable {
        /// There is none: setup has not been run.
        case missing
        /// It can be read and says this.
        case found(Registry)
        /// It may not be read; errno(3).
        case unreadable(Int32)
        /// It does not belong to root alone, so that what it says is worth nothing.
        case untrusted
        /// It is not of the agreed form.
        case corrupt(WireError)
    }

    /// Reads the registry.
    ///
    /// - Returns: what is there.
    public static func read() -> Finding {
        var status = stat()
        guard unsafe lstat(InstallationPaths.registry, &status) == 0 else {
            return errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == 0, status.st_mode & 0o022 == 0 else {
            return .untrusted
        }
        guard let bytes = SmallFile.contents(of: InstallationPaths.registry, limit: Registry.longest) else {
            return .unreadable(errno)
        }
        do throws(WireError) {
            return .found(try Registry(parsing: bytes))
        } catch {
            return .corrupt(error)
        }
    }
}
