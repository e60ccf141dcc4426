internal import Glibc
internal import SandboxModel

/// The runner that lies beside the setup binary, to be installed.
struct RunnerSource: Hashable, Sendable {
    /// Its path.
    let path: String

    /// Finds the runner beside the program that is running (`proc(5)`, `/proc/self/exe`).
    static func besideThisProgram() throws(SetupError) -> RunnerSource {
        let longest = Int(PATH_MAX)
        var buffer = [CChar](repeating: 0, count: longest)
        let count = unsafe readlink("/proc/self/exe", &buffer, longest)
        guard count > 0,
            let program = String(validating: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
        else { throw .systemCall("read the link", "/proc/self/exe") }
        return RunnerSource(path: "\(FileImage.parent(of: program))/\(InstallationPaths.commandRunnerName)")
    }

    /// Reads the runner; nothing when there is none.
    ///
    /// Root was asked to trust the setup binary, and so whoever owns it. The runner and the directory of both must belong
    /// to root or to that owner, and nobody else may write them.
    ///
    /// - Throws: `.unsafeFile` when somebody else could have put it there.
    func load() throws(SetupError) -> [UInt8]? {
        let directoryPath = FileImage.parent(of: path)
        var program = stat()
        guard unsafe stat("/proc/self/exe", &program) == 0 else { throw .systemCall("look at", "/proc/self/exe") }
        let directory = unsafe open(directoryPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw .systemCall("open", directoryPath) }
        defer { _ = close(directory) }
        try Self.check(directory, directoryPath, trusted: program.st_uid, kind: S_IFDIR)
        let name = FileImage.name(of: path)
        let file = unsafe openat(directory, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard file >= 0 else {
            let number = errno
            if number == ENOENT { return nil }
            throw .systemCall("open", path, number)
        }
        defer { _ = close(file) }
        try Self.check(file, path, trusted: program.st_uid, kind: S_IFREG)
        let content = try FileContent.read(file, subject: path)
        if let objection = ProgramHeader.objection(to: content) { throw .unsafe(path, objection) }
        return content
    }

    private static func check(
        _ descriptor: Int32, _ path: String, trusted: UInt32, kind: UInt32
    ) throws(SetupError) {
        var state = stat()
        guard unsafe fstat(descriptor, &state) == 0 else { throw .systemCall("look at", path) }
        guard state.st_mode & S_IFMT == kind else { throw .unsafe(path, "it is not a regular file") }
        guard state.st_uid == 0 || state.st_uid == trusted else {
            throw .unsafe(path, "it belongs to user \(state.st_uid), who does not own sallyport-setup")
        }
        guard state.st_mode & 0o022 == 0 else {
            throw .unsafe(path, "others may write it", remedy: "run 'chmod go-w \(path)' if you trust what is in it")
        }
    }
}
