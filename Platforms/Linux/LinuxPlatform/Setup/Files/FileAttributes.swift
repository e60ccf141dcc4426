internal import Glibc

/// Who owns a file and what its permission bits are (`inode(7)`).
struct FileAttributes: Hashable, Sendable {
    /// The permission bits, with set-user-id, set-group-id and sticky.
    var mode: UInt32
    /// The owning user id.
    var owner: UInt32
    /// The owning group id.
    var group: UInt32

    /// An ordinary file of root that everybody may read.
    static let publicFile = FileAttributes(mode: 0o644, owner: 0, group: 0)
    /// A file of root that nobody else may read.
    static let privateFile = FileAttributes(mode: 0o600, owner: 0, group: 0)
    /// A directory of root that everybody may enter.
    static let publicDirectory = FileAttributes(mode: 0o755, owner: 0, group: 0)
    /// A directory of root that nobody else may enter.
    static let privateDirectory = FileAttributes(mode: 0o700, owner: 0, group: 0)
}

extension FileAttributes: CustomStringConvertible {
    init(_ state: stat) {
        self.init(mode: state.st_mode & 0o7777, owner: state.st_uid, group: state.st_gid)
    }

    /// Mode, owner and group, as in `0644 0 0`.
    var description: String {
        let digits = String(mode, radix: 8)
        return "\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits) \(owner) \(group)"
    }

    /// Reads what `description` printed.
    init?(mode: Substring, owner: Substring, group: Substring) {
        guard let mode = UInt32(mode, radix: 8), mode <= 0o7777, let owner = UInt32(owner), let group = UInt32(group)
        else { return nil }
        self.init(mode: mode, owner: owner, group: group)
    }
}
