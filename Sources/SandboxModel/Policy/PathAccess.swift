/// What an entry of a file-system policy says about a tree; a greater one wins at equal depth.
public enum PathAccess: Int, CaseIterable, Hashable, Sendable {
    /// It may be read.
    case read
    /// It may be read and written.
    case write
    /// Neither.
    case deny
}

extension PathAccess: Comparable {
    /// Orders by what wins: deny over write over read.
    public static func < (left: PathAccess, right: PathAccess) -> Bool { left.rawValue < right.rawValue }
}
