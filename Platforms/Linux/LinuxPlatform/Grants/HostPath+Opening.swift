internal import CLinux
internal import Glibc
internal import SandboxModel

extension HostPath {
    /// The bytes to put before a slash and a name: nothing for the root of the file system.
    var prefix: [UInt8] { self == .root ? [] : bytes }

    /// The rest of the path below a directory, without a slash at the front, or nothing when it lies elsewhere.
    func rest(below directory: HostPath) -> [UInt8]? {
        guard self != directory, isWithin(directory) else { return nil }
        return Array(bytes[(directory.prefix.count + 1)...])
    }

    /// Opens the directory; no component may be a symbolic link.
    func openDirectory() throws(GrantError) -> Int32 {
        let descriptor = unsafe sallyport_open_without_links(text, O_RDONLY | O_DIRECTORY | O_NONBLOCK)
        guard descriptor >= 0 else { throw GrantError(systemError: -descriptor, "open the directory", text) }
        return descriptor
    }
}
