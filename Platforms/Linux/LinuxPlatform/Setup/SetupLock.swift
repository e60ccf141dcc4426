internal import Glibc
internal import SandboxModel

/// The state directory, held and locked so that two setups never run at once (`flock(2)`).
///
/// Tools inherit the locked descriptor: when setup is killed while a tool still works, the next setup waits for the tool.
final class SetupLock {
    /// The state directory.
    let directory: RootDirectory

    private init(directory: consuming RootDirectory) {
        self.directory = directory
    }

    /// Takes the lock, after waiting for up to ten seconds.
    ///
    /// - Parameter creates: whether to make the state directory when it is missing.
    /// - Returns: the lock, or nothing when the directory is missing and is not to be made.
    /// - Throws: `.busy` when another setup keeps it.
    static func take(creates: Bool) throws(SetupError) -> SetupLock? {
        let parent = try RootDirectory(path: FileImage.parent(of: InstallationPaths.state))
        let name = FileImage.name(of: InstallationPaths.state)
        for _ in 0..<200 {
            if creates {
                try parent.makeDirectory(name, attributes: .privateDirectory)
            } else if try parent.attributes(of: name) == nil {
                return nil
            }
            let directory = try parent.directory(name)
            if flock(directory.descriptor, LOCK_EX | LOCK_NB) == 0 {
                // An uninstall may have removed the directory between opening and locking it.
                if try isAt(InstallationPaths.state, directory.descriptor) { return SetupLock(directory: directory) }
            } else {
                guard errno == EWOULDBLOCK || errno == EINTR else { throw .systemCall("lock", InstallationPaths.state) }
                usleep(50_000)
            }
        }
        throw SetupError(
            .busy, action: "lock", subject: InstallationPaths.state, detail: "another sallyport-setup is running",
            remedy: "wait for it to end and try again")
    }

    private static func isAt(_ path: String, _ descriptor: Int32) throws(SetupError) -> Bool {
        var held = stat()
        var named = stat()
        guard unsafe fstat(descriptor, &held) == 0 else { throw .systemCall("look at", path) }
        guard unsafe lstat(path, &named) == 0 else { return false }
        return held.st_dev == named.st_dev && held.st_ino == named.st_ino
    }
}
