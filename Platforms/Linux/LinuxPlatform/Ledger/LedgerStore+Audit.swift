internal import CLinux
internal import Glibc

extension LedgerStore {
    /// The longest audit trail, in bytes; then it becomes the old one, which replaces the one before.
    static let longestTrail = 8 << 20

    private static let trail = "audit.jsonl"
    private static let oldTrail = "audit.1.jsonl"

    /// The path of the audit trail.
    public var auditPath: String { "\(directory)/\(Self.trail)" }

    /// Opens the audit trail for appending; a full one is put aside first.
    ///
    /// - Returns: a descriptor to close.
    /// - Throws: `LedgerError`.
    func openAuditTrail() throws(LedgerError) -> Int32 {
        let directory = try openOwnDirectory()
        defer { close(directory) }
        let flags = O_WRONLY | O_APPEND | O_CREAT
        let file = try openFile(Self.trail, in: directory, flags)
        guard isFull(file, in: directory) else { return file }
        close(file)
        _ = unsafe renameat(directory, Self.trail, directory, Self.oldTrail)
        return try openFile(Self.trail, in: directory, flags)
    }

    /// Whether the file is full and this program is the one to put it aside.
    private func isFull(_ file: Int32, in directory: Int32) -> Bool {
        var opened = stat()
        guard unsafe fstat(file, &opened) == 0, opened.st_size >= Self.longestTrail else { return false }
        // Another program may be about to do it, or have done it since.
        var named = stat()
        guard flock(file, LOCK_EX | LOCK_NB) == 0, unsafe fstatat(directory, Self.trail, &named, 0) == 0 else {
            return false
        }
        return named.st_ino == opened.st_ino
    }
}
