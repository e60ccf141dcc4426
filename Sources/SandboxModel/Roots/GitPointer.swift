/// The texts by which git leads from a working tree to its repository.
///
/// gitrepository-layout(5): a `.git` file holds `gitdir: PATH`; the file `commondir` of a worktree's repository holds a path.
public enum GitPointer {
    /// The longest pointer that is read, in bytes.
    public static let maximumLength = 8192

    /// Reads the target of a `.git` file.
    ///
    /// What follows the one blank is the path, as git takes it, more blanks included.
    ///
    /// - Parameter contents: the whole file.
    /// - Returns: the path's bytes, or nothing when the file is not a pointer.
    public static func gitDirectory(in contents: [UInt8]) -> [UInt8]? {
        let keyword = Array("gitdir: ".utf8)
        guard contents.starts(with: keyword) else { return nil }
        return path(in: contents.dropFirst(keyword.count))
    }

    /// Reads the file `commondir`, or `gitdir` of a worktree's repository.
    ///
    /// - Parameter contents: the whole file.
    /// - Returns: the path's bytes, or nothing when there are none.
    public static func path(in contents: some Collection<UInt8>) -> [UInt8]? {
        let isLineEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        var line = Array(contents)
        while let last = line.last, isLineEnd(last) { line.removeLast() }
        return line.isEmpty || line.contains(where: isLineEnd) ? nil : line
    }
}
