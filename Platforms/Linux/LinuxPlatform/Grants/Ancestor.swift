internal import CLinux
internal import Glibc
internal import PosixSecurity
internal import SandboxModel

/// A directory above a root, open.
@safe final class Ancestor {
    /// The open directory; good for reading lists only where the user may read it.
    let descriptor: Int32
    /// Its lists, where they could be read.
    let lists: AccessLists?
    /// Whether it belongs to the user.
    let isOwn: Bool
    private let status: stat

    /// Opens a directory; no component of the path may be a symbolic link.
    init(_ path: HostPath, owner: UInt32) throws(GrantError) {
        var opened = unsafe sallyport_open_without_links(path.text, O_RDONLY | O_DIRECTORY | O_NONBLOCK)
        let isReadable = opened >= 0
        if opened == -EACCES {
            opened = unsafe sallyport_open_without_links(path.text, sallyport_open_path_flag() | O_DIRECTORY)
        }
        guard opened >= 0 else { throw GrantError(systemError: -opened, "open the directory", path.text) }
        descriptor = opened
        var status = stat()
        guard unsafe fstat(opened, &status) == 0 else {
            let number = errno
            close(opened)
            throw GrantError(systemError: number, "look at the directory", path.text)
        }
        self.status = status
        isOwn = status.st_uid == owner
        lists = isReadable ? AccessLists(of: opened, mode: status.st_mode) : nil
    }

    deinit { close(descriptor) }

    /// Whether both principals may pass; where the list is out of sight, the mode decides.
    func isPassable(for request: GrantRequest) -> Bool {
        let list = lists?.access ?? AccessControlList(mode: status.st_mode)
        return [request.offline, request.online].allSatisfy { principal in
            let credentials = Credentials(
                user: principal, group: request.capability, supplementaryGroups: [request.users])
            return list.allows(.execute, owner: status.st_uid, group: status.st_gid, to: credentials)
        }
    }
}
